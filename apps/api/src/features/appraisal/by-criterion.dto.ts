import type { AcceptableRow, AcceptAcrossRequest } from '@par-index/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, IsUUID, Min, ValidateNested } from 'class-validator';

/** More agencies than any province. */
const MOST_ROWS = 2000;

export class AcceptableRowDto implements AcceptableRow {
  @IsUUID()
  readonly assessmentId!: string;

  @IsInt()
  @Min(0)
  readonly version!: number;

  @IsInt()
  @Min(0)
  readonly answerVersion!: number;
}

export class AcceptAcrossDto implements AcceptAcrossRequest {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @IsUUID(undefined, { each: true })
  readonly assessmentIds?: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @ArrayUnique(({ assessmentId }: AcceptableRowDto) => assessmentId)
  @ValidateNested({ each: true })
  @Type(() => AcceptableRowDto)
  readonly rows?: readonly AcceptableRowDto[];
}
