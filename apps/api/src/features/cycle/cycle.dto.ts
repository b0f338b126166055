import {
  type CreateCycleRequest,
  type EditCycleRequest,
  type ExemptionView,
  type ExemptRequest,
  EXTENSIBLE_PHASES,
  type ExtendRequest,
  type ExtensiblePhase,
  type OpenPhaseRequest,
  type Phase,
  PHASES,
  type PhaseWindow,
  type SubstituteRequest,
  WINDOWED_PHASES,
  type WindowedPhase,
} from '@par-index/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';
import { IsMoment } from './is-moment';

export class PhaseWindowDto implements PhaseWindow {
  @IsIn(WINDOWED_PHASES)
  readonly phase!: WindowedPhase;

  @IsMoment()
  readonly opensAt!: string;

  @IsMoment()
  readonly deadlineAt!: string;

  @IsMoment()
  readonly closeAt!: string;
}

export class SubstituteDto implements SubstituteRequest {
  @IsUUID()
  readonly ownerAgencyId!: string;

  @IsUUID()
  readonly substituteAgencyId!: string;
}

export class CreateCycleDto implements CreateCycleRequest {
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year!: number;

  @IsNotBlank()
  @MaxLength(300)
  readonly title!: string;

  @IsUUID()
  readonly leadAgencyId!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  readonly criteriaSetIds!: readonly string[];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PhaseWindowDto)
  readonly windows!: readonly PhaseWindowDto[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SubstituteDto)
  readonly substitutes!: readonly SubstituteDto[];
}

export class EditCycleDto implements EditCycleRequest {
  @IsNotBlank()
  @MaxLength(300)
  readonly title!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PhaseWindowDto)
  readonly windows!: readonly PhaseWindowDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  readonly criteriaSetIds?: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SubstituteDto)
  readonly substitutes?: readonly SubstituteDto[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string;
}

export class OpenPhaseDto implements OpenPhaseRequest {
  @IsIn(PHASES)
  readonly to!: Phase;

  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}

export class ExtendDto implements ExtendRequest {
  @IsIn(EXTENSIBLE_PHASES)
  readonly phase!: ExtensiblePhase;

  @IsMoment()
  readonly deadlineAt!: string;

  @IsMoment()
  readonly closeAt!: string;

  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}

export class ExemptionDto implements ExemptionView {
  @IsNotBlank()
  @MaxLength(50)
  readonly code!: string;

  @IsNotBlank()
  @MaxLength(2000)
  readonly reason!: string;
}

export class ExemptDto implements ExemptRequest {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ExemptionDto)
  readonly exemptions!: readonly ExemptionDto[];
}
