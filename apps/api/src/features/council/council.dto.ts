import { type CloseItemRequest, ITEM_STATES, type ItemState, type ProposeRequest, type ReferRequest, type VoteRequest } from '@par-index/contract';
import { IsIn, IsNumber, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';

const LONGEST_REASON = 4000;

export class CouncilQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(ITEM_STATES)
  readonly state?: ItemState;

  @IsOptional()
  @IsIn(['open', 'within', 'apart'])
  readonly blind?: 'open' | 'within' | 'apart';
}

export class ReferDto implements ReferRequest {
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}

export class ProposeDto implements ProposeRequest {
  @IsNumber({ allowNaN: false, allowInfinity: false })
  readonly awarded!: number;

  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}

export class VoteDto implements VoteRequest {
  @IsUUID()
  readonly proposalId!: string;
}

export class CloseItemDto implements CloseItemRequest {
  @IsOptional()
  @IsUUID()
  readonly proposalId?: string;

  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}
