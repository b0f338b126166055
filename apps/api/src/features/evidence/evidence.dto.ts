import type { AttachFields, DescribeEvidenceRequest, EvidenceQuery, LinkEvidenceRequest, PlaceEvidenceRequest, ReferenceEvidenceRequest } from '@par-index/contract';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsCalendarDay } from './is-calendar-day';

const isGiven = (_: object, value: unknown): boolean => value !== null;

/** Where in a document to look. */
export class PlaceEvidenceDto implements PlaceEvidenceRequest {
  @IsString()
  @MaxLength(300)
  readonly section!: string;

  @ValidateIf(isGiven)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page!: number | null;
}

export class DescribeEvidenceDto implements DescribeEvidenceRequest {
  @IsString()
  @MaxLength(500)
  readonly title!: string;

  @IsString()
  @MaxLength(100)
  readonly documentNumber!: string;

  @ValidateIf(isGiven)
  @IsCalendarDay()
  readonly issuedOn!: string | null;

  @IsString()
  @MaxLength(300)
  readonly issuer!: string;
}

export class AttachFieldsDto extends DescribeEvidenceDto implements AttachFields {
  @IsString()
  @MaxLength(300)
  readonly section!: string;

  @ValidateIf(isGiven)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page!: number | null;
}

export class ReferenceEvidenceDto extends AttachFieldsDto implements ReferenceEvidenceRequest {
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(2000)
  readonly url!: string | null;
}

export class LinkEvidenceDto extends PlaceEvidenceDto implements LinkEvidenceRequest {
  @IsUUID()
  readonly documentId!: string;
}

export class EvidenceQueryDto extends PageQueryDto implements EvidenceQuery {}

/** Which version of a file, the newest readable one where none is named, and whether it is to be shown instead of stored. */
export class ContentQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly fileVersion?: number;

  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly inline?: boolean;
}
