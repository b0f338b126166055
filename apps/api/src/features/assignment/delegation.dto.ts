import { type DelegateRequest, DELEGATION_KINDS, DELEGATION_STATES, type DelegationKind, type DelegationState, type RevokeDelegationRequest } from '@par-index/contract';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsCalendarDay } from '../../platform/time/is-calendar-day';

const LONGEST_REASON = 2000;

export class DelegationQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(DELEGATION_STATES)
  readonly state?: DelegationState;

  /** Only one's own: given, or stood in by. */
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly mine?: 'true' | 'false';
}

export class DelegateDto implements DelegateRequest {
  @IsIn(DELEGATION_KINDS)
  readonly kind!: DelegationKind;

  @IsUUID()
  readonly agencyId!: string;

  @IsUUID()
  readonly fromUserId!: string;

  @IsUUID()
  readonly toUserId!: string;

  @IsCalendarDay()
  readonly startsOn!: string;

  @IsCalendarDay()
  readonly endsOn!: string;

  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}

export class RevokeDelegationDto implements RevokeDelegationRequest {
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}
