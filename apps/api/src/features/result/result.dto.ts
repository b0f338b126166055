import type { PublishRequest } from '@par-index/contract';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';

export class GroupQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly groupCode?: string;
}

export class PublishDto implements PublishRequest {
  @IsNotBlank()
  @MaxLength(4000)
  readonly reason!: string;
}
