import { type AnswerPetitionRequest, PETITION_REASONS, type PetitionReason, type WritePetitionRequest } from '@par-index/contract';
import { IsIn, IsString, MaxLength } from 'class-validator';

const LONGEST_TEXT = 10_000;

export class WritePetitionDto implements WritePetitionRequest {
  @IsIn(PETITION_REASONS)
  readonly reasonCode!: PetitionReason;

  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;
}

export class AnswerPetitionDto implements AnswerPetitionRequest {
  @IsIn(['reject', 'forward'])
  readonly decision!: 'reject' | 'forward';

  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;
}
