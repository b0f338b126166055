import { type HeartbeatRequest, PRESENCE_DEEDS, type PresenceDeed, type SetHeartbeatRequest } from '@par-index/contract';
import { IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';

export class HeartbeatDto implements HeartbeatRequest {
  @IsUUID()
  readonly assessmentId!: string;

  @IsString()
  @MaxLength(50)
  readonly code!: string;

  @IsIn(PRESENCE_DEEDS)
  readonly deed!: PresenceDeed;
}

export class SetHeartbeatDto implements SetHeartbeatRequest {
  @ValidateIf(({ code }: SetHeartbeatDto) => code !== null)
  @IsString()
  @MaxLength(100)
  readonly code!: string | null;

  @IsIn(PRESENCE_DEEDS)
  readonly deed!: PresenceDeed;
}
