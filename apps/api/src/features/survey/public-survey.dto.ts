import type { Ballot, BallotForm, BallotRequest, FilledForm, FormAnswers, KioskForms } from '@par-index/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsMoment } from './is-moment';

const A_WEEK = 7 * 24 * 3600;

export class FilledFormDto implements FilledForm {
  @IsUUID()
  readonly id!: string;

  @IsObject()
  readonly answers!: FormAnswers;

  @IsMoment()
  readonly answeredAt!: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(A_WEEK)
  readonly seconds: number | null = null;
}

export class DeviceTokenDto {
  @IsString()
  @MaxLength(100)
  readonly token!: string;
}

export class KioskFormsDto extends DeviceTokenDto implements KioskForms {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => FilledFormDto)
  readonly forms!: readonly FilledFormDto[];
}

export class InvitationCodeDto {
  @IsString()
  @MaxLength(100)
  readonly code!: string;
}

export class BallotRequestDto extends InvitationCodeDto implements BallotRequest {
  @Matches(/^[0-9a-f]{2,1024}$/)
  readonly blinded!: string;
}

export class BallotDto implements Ballot {
  @Matches(/^[0-9a-f]{64}$/)
  readonly token!: string;

  @Matches(/^[0-9a-f]{2,1024}$/)
  readonly signature!: string;
}

export class BallotFormDto implements BallotForm {
  @IsUUID()
  readonly campaignId!: string;

  @IsString()
  @MaxLength(60)
  readonly groupCode!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => BallotDto)
  readonly ballot!: BallotDto;

  @IsObject()
  readonly answers!: FormAnswers;
}
