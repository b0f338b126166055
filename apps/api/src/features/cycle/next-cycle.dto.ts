import type { ExemptionKey, NextCycleRequest, RemovePlannedExemptionRequest } from '@par-index/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';
import { PhaseWindowDto, SubstituteDto } from './cycle.dto';

export class ExemptionKeyDto implements ExemptionKey {
  @IsUUID()
  readonly agencyId!: string;

  @IsNotBlank()
  @MaxLength(50)
  readonly code!: string;
}

export class NextCycleDto implements NextCycleRequest {
  @IsNotBlank()
  @MaxLength(300)
  readonly title!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  readonly criteriaSetIds!: readonly string[];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PhaseWindowDto)
  readonly windows!: readonly PhaseWindowDto[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SubstituteDto)
  readonly substitutes!: readonly SubstituteDto[];

  @IsArray()
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  readonly assignmentIds!: readonly string[];

  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => ExemptionKeyDto)
  readonly exemptions!: readonly ExemptionKeyDto[];

  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly expected?: string;
}

export class RemovePlannedExemptionDto extends ExemptionKeyDto implements RemovePlannedExemptionRequest {
  @IsNotBlank()
  @MaxLength(2000)
  readonly reason!: string;
}
