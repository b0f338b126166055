import { REMARK_VISIBILITIES, type RemarkVisibility, type SaveExplanationRequest, type Stance, STANCES, type WriteRemarkRequest } from '@par-index/contract';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';

const LONGEST_TEXT = 10_000;

export class SaveExplanationDto implements SaveExplanationRequest {
  @IsIn(STANCES)
  readonly stance!: Stance;

  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;
}

export class WriteRemarkDto implements WriteRemarkRequest {
  @IsIn(REMARK_VISIBILITIES)
  readonly visibility!: RemarkVisibility;

  @IsBoolean()
  readonly asks!: boolean;

  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;
}
