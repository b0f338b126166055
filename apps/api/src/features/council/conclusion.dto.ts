import type { ConcludeRequest, NameChairRequest } from '@par-index/contract';
import { IsString, IsUUID, MaxLength } from 'class-validator';

const LONGEST_REASON = 4000;

export class ConcludeDto implements ConcludeRequest {
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}

export class NameChairDto implements NameChairRequest {
  @IsUUID()
  readonly userId!: string;

  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason!: string;
}
