import { ASSESSMENT_STATES, type AssessmentState } from '@par-index/contract';
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
}
