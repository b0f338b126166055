import type { DismissHintRequest, RestoreHintRequest } from '@par-index/contract';
import { IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';

const LONGEST_KEY = 100;
const LONGEST_WORDS = 4000;

export class RestoreHintDto implements RestoreHintRequest {
  @IsString()
  @MaxLength(LONGEST_KEY)
  readonly key!: string;
}

export class DismissHintDto extends RestoreHintDto implements DismissHintRequest {
  @IsNotBlank()
  @MaxLength(LONGEST_WORDS)
  readonly reason!: string;
}
