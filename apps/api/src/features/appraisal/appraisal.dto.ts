import {
  type AcceptRestRequest,
  ASSESSMENT_STATES,
  type AssessmentState,
  type BaseFigureRequest,
  type BaseFigureRow,
  type CloseAppraisalRequest,
  DECISION_KINDS,
  type DecideRequest,
  type DecisionRequestKind,
  type ImportBaseFiguresRequest,
  SUBMISSION_MARKS,
  type SubmissionMark,
} from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsNumber, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsNotBlank } from '../../platform/problem/not-blank';

const LONGEST_WORDS = 4000;
/** More criteria than any set has, more agencies than any province. */
const MOST_CODES = 2000;
const MOST_ROWS = 2000;

export class AppraisalQueryDto extends PageQueryDto {
  @IsOptional()
  @IsUUID()
  readonly cycleId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly groupCode?: string;

  @IsOptional()
  @IsIn(ASSESSMENT_STATES)
  readonly state?: AssessmentState;

  @IsOptional()
  @IsIn(SUBMISSION_MARKS)
  readonly marked?: SubmissionMark;

  @IsOptional()
  @IsIn(['true', 'false'])
  readonly mine?: 'true' | 'false';
}

export class DecideDto implements DecideRequest {
  @IsIn([...DECISION_KINDS, 'keep'])
  readonly kind!: DecisionRequestKind;

  /** In the rule's own terms: the library checks it. */
  @IsOptional()
  @IsObject()
  readonly answer?: Answer;

  @IsOptional()
  @IsNumber()
  readonly awarded?: number;

  @IsString()
  @MaxLength(LONGEST_WORDS)
  readonly reason!: string;

  @IsBoolean()
  readonly explanationWanted!: boolean;

  @IsString()
  @MaxLength(LONGEST_WORDS)
  readonly question!: string;
}

export class AcceptRestDto implements AcceptRestRequest {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  readonly codes?: readonly string[];
}

/** `dryRun=true` only says what would change. */
export class DryRunQueryDto {
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun?: 'true' | 'false';
}

export class CloseAppraisalDto implements CloseAppraisalRequest {
  @IsNotBlank()
  @MaxLength(LONGEST_WORDS)
  readonly reason!: string;
}

export class BaseFigureDto implements BaseFigureRequest {
  @IsObject()
  readonly answer!: Answer;

  @IsString()
  @MaxLength(LONGEST_WORDS)
  readonly reason!: string;
}

export class BaseFigureRowDto implements BaseFigureRow {
  @IsUUID()
  readonly agencyId!: string;

  @IsObject()
  readonly answer!: Answer;
}

export class ImportBaseFiguresDto implements ImportBaseFiguresRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => BaseFigureRowDto)
  readonly rows!: readonly BaseFigureRowDto[];

  @IsString()
  @MaxLength(LONGEST_WORDS)
  readonly reason!: string;
}
