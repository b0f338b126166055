import { type ChangeAssignmentRequest, type ChangeSubstitutesRequest, DECIDED_RULES, type DecidedRule, SHARE_UNITS, type ShareRequest, type ShareScope, type ShareTarget, type ShareUnit, type SubstituteRequest } from '@par-index/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsDefined, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { IsPersonOrNobody } from './is-person-or-nobody';

const LONGEST_REASON = 2000;
/** More criteria than any set has, more agencies than any province, more people than any department. */
const MOST_CODES = 2000;
const MOST_AGENCIES = 2000;
const MOST_PEOPLE = 200;
const DIGEST_LENGTH = 64;

abstract class Ordered {
  @IsIn(DECIDED_RULES)
  readonly decided!: DecidedRule;

  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;

  @IsOptional()
  @IsString()
  @Length(DIGEST_LENGTH, DIGEST_LENGTH)
  readonly expected?: string;
}

export class ChangeAssignmentDto extends Ordered implements ChangeAssignmentRequest {
  @IsString()
  @MaxLength(100)
  readonly groupCode!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  readonly codes!: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AGENCIES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly assessedAgencyIds?: readonly string[];

  @ValidateIf(({ agencyId }: ChangeAssignmentDto) => agencyId !== null)
  @IsUUID()
  readonly agencyId!: string | null;
}

export class AssignedSubstituteDto implements SubstituteRequest {
  @IsUUID()
  readonly ownerAgencyId!: string;

  @IsUUID()
  readonly substituteAgencyId!: string;
}

export class ChangeSubstitutesDto extends Ordered implements ChangeSubstitutesRequest {
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @ValidateNested({ each: true })
  @Type(() => AssignedSubstituteDto)
  readonly substitutes!: readonly AssignedSubstituteDto[];
}

export class ShareScopeDto implements ShareScope {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly groupCode?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  readonly codes?: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AGENCIES)
  @IsUUID(undefined, { each: true })
  readonly assessedAgencyIds?: readonly string[];

  /** Null among them: what is nobody's in particular. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @IsPersonOrNobody()
  readonly personIds?: readonly (string | null)[];
}

export class ShareTargetDto implements ShareTarget {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PEOPLE)
  @ArrayUnique()
  @IsPersonOrNobody()
  readonly personIds!: readonly (string | null)[];

  @IsOptional()
  @IsIn(SHARE_UNITS)
  readonly unit?: ShareUnit;
}

export class ShareDto extends Ordered implements ShareRequest {
  @IsUUID()
  readonly agencyId!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ShareScopeDto)
  readonly scope!: ShareScopeDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => ShareTargetDto)
  readonly to!: ShareTargetDto;
}
