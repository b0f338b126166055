import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { WORD_LAYOUTS, type WordLayout } from './write-word';

export class ImportQueryDto {
  /** The set to compare with; without it the newest version of the same code. */
  @IsOptional()
  @IsUUID()
  readonly against?: string;
}

export class WordQueryDto {
  /** `annex`: a column for everything. `decree`: three columns, how a criterion is scored in rows below it. */
  @IsOptional()
  @IsIn(WORD_LAYOUTS)
  readonly layout?: WordLayout;
}
