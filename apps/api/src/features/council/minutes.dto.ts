import { IsIn } from 'class-validator';
import { MINUTES_FORMATS, type MinutesFormat } from './minutes.service';

export class MinutesQueryDto {
  @IsIn(MINUTES_FORMATS)
  readonly format!: MinutesFormat;
}
