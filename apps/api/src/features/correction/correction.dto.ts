import type { CorrectSetRequest } from '@par-index/contract';
import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class CorrectSetDto implements CorrectSetRequest {
  @IsUUID()
  readonly fromSetId!: string;

  @IsUUID()
  readonly toSetId!: string;

  @IsString()
  @MaxLength(2000)
  readonly reason!: string;

  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  readonly replayDigest!: string;
}

export class ReplayQueryDto {
  @IsUUID()
  readonly cycleId!: string;
}
