import { ASSESSMENT_STATES, type AssessmentState, PROGRESS_MARKS, type ProgressMark } from '@par-index/contract';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';

export class ProgressQueryDto extends PageQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly groupCode?: string;

  @IsOptional()
  @IsIn(ASSESSMENT_STATES)
  readonly state?: AssessmentState;

  @IsOptional()
  @IsIn(PROGRESS_MARKS)
  readonly marked?: ProgressMark;
}
