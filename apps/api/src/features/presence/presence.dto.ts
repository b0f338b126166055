import { type HeartbeatRequest, PRESENCE_DEEDS, type PresenceDeed } from '@par-index/contract';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';

export class HeartbeatDto implements HeartbeatRequest {
  @IsUUID()
  readonly assessmentId!: string;

  @IsString()
  @MaxLength(50)
  readonly code!: string;

  @IsIn(PRESENCE_DEEDS)
  readonly deed!: PresenceDeed;
}
