import {
  type AssignBlindRequest,
  BLIND_MODES,
  type BlindMode,
  type BlindSettingRequest,
  DECISION_KINDS,
  type DecisionKind,
  type GiveBlindRequest,
  type WithdrawBlindRequest,
} from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsNotBlank } from '../../platform/problem/not-blank';

const LONGEST_REASON = 4000;

export class BlindQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly mine?: 'true' | 'false';
}

export class BlindSettingDto implements BlindSettingRequest {
  @IsIn(BLIND_MODES)
  readonly mode!: BlindMode;

  @IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  readonly threshold!: number;
}

export class AssignBlindDto implements AssignBlindRequest {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly memberIds!: readonly string[];
}

export class GiveBlindDto implements GiveBlindRequest {
  @IsIn(DECISION_KINDS)
  readonly kind!: DecisionKind;

  /** In the rule's own terms: the library checks it. */
  @IsOptional()
  @IsObject()
  readonly answer?: Answer;

  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  readonly awarded?: number;

  @IsNotBlank()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}

export class WithdrawBlindDto implements WithdrawBlindRequest {
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}
