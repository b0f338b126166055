import { type DescendRequest, type EditLineageRequest, LINEAGE_KINDS, type LineageKind, type RemoveLineageRequest } from '@par-index/contract';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';
import { IsCalendarDay } from '../../platform/time/is-calendar-day';

export class EditLineageDto implements EditLineageRequest {
  @IsIn(LINEAGE_KINDS)
  readonly kind!: LineageKind;

  @IsCalendarDay()
  readonly effectiveOn!: string;

  @IsNotBlank()
  @MaxLength(500)
  readonly legalBasis!: string;
}

export class DescendDto extends EditLineageDto implements DescendRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly predecessorIds!: readonly string[];
}

export class RemoveLineageDto implements RemoveLineageRequest {
  @IsNotBlank()
  @MaxLength(2000)
  readonly reason!: string;
}
