import { PAGE_SIZE, type Page, type PageQuery } from '@par-index/contract';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** The query of a list. A list with more to ask for extends it. */
export class PageQueryDto implements PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE.max)
  readonly pageSize?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly search?: string;
}

export interface Slice {
  readonly page: number;
  readonly pageSize: number;
  readonly skip: number;
}

/** Where a page begins and ends. */
export function sliceOf({ page = 1, pageSize = PAGE_SIZE.standard }: PageQuery): Slice {
  return { page, pageSize, skip: (page - 1) * pageSize };
}

export function pageOf<T>(items: readonly T[], total: number, { page, pageSize }: Slice): Page<T> {
  return { items, total, page, pageSize };
}
