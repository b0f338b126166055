import { type CreateDraftRequest, CRITERIA_SET_STATES, type CriteriaSetQuery, type CriteriaSetState, type RestoreRevisionRequest } from '@par-index/contract';
import { Type } from 'class-transformer';
import { Allow, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

const LONGEST_TITLE = 1000;
const LONGEST_CODE = 200;

/** Optional in that it may be left out; null is no value. */
const YEARS = { min: 1900, max: 2200 } as const;

export class CreateDraftDto implements CreateDraftRequest {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TITLE)
  readonly title?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CODE)
  readonly code?: string;

  @IsOptional()
  @IsInt()
  @Min(YEARS.min)
  @Max(YEARS.max)
  readonly year?: number;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CODE)
  readonly groupCode?: string;

  @IsOptional()
  @IsUUID()
  readonly copyOfId?: string;

  @IsOptional()
  @IsUUID()
  readonly revisionId?: string;

  /** Whatever JSON it is: its shape is looked at by the library. */
  @IsOptional()
  @Allow()
  readonly document?: unknown;
}

export class RestoreRevisionDto implements RestoreRevisionRequest {
  @IsUUID()
  readonly revisionId!: string;
}

export class CriteriaSetQueryDto implements CriteriaSetQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CODE)
  readonly groupCode?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(YEARS.min)
  @Max(YEARS.max)
  readonly year?: number;

  @IsOptional()
  @IsIn(CRITERIA_SET_STATES)
  readonly state?: CriteriaSetState;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CODE)
  readonly search?: string;
}

export class DifferenceQueryDto {
  @IsOptional()
  @IsUUID()
  readonly with?: string;
}
