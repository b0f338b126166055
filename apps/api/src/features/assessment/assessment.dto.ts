import {
  ASSESSMENT_STATES,
  type AssessmentAction,
  type AssessmentState,
  type MoveAssessmentRequest,
  type SaveAnswerRequest,
  SUBMISSION_MARKS,
  type SubmissionMark,
} from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';

export class AssessmentQueryDto extends PageQueryDto {
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
}

/** What is inside of `answer` depends on the criterion's rule: the library says what is wrong with it. */
export class SaveAnswerDto implements SaveAnswerRequest {
  @ValidateIf((_, value: unknown) => value !== null)
  @IsObject()
  readonly answer!: Answer | null;

  @IsString()
  @MaxLength(10_000)
  readonly note!: string;

  @IsString()
  @MaxLength(10_000)
  readonly evidenceExplanation!: string;
}

/** The moves that an agency's people make, and reopening. The appraisal's have commands of their own, and the clock's are nobody's. */
const MOVES = ['send', 'submit', 'return', 'withdraw', 'reopen', 'submit-explanation'] as const satisfies readonly AssessmentAction[];

export class MoveAssessmentDto implements MoveAssessmentRequest {
  @IsIn(MOVES)
  readonly action!: AssessmentAction;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string;
}
