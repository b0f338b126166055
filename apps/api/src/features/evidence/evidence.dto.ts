import {
  type AnchorEvidenceRequest,
  type AttachFields,
  type DescribeEvidenceRequest,
  DOCUMENT_KINDS,
  DOCUMENT_USES,
  type DocumentKind,
  type DocumentUseFilter,
  type EvidenceAnchor,
  type EvidenceQuery,
  type LinkEvidenceRequest,
  MOST_ANCHORS,
  type PageBox,
  type PlaceEvidenceRequest,
  type ReferenceEvidenceRequest,
} from '@par-index/contract';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
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

export class EvidenceQueryDto extends PageQueryDto implements EvidenceQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1900)
  @Max(9999)
  readonly year?: number;

  @IsOptional()
  @IsIn(DOCUMENT_KINDS)
  readonly kind?: DocumentKind;

  @IsOptional()
  @IsIn(DOCUMENT_USES)
  readonly use?: DocumentUseFilter;
}

export class PageBoxDto implements PageBox {
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly x!: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  readonly y!: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  readonly width!: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  readonly height!: number;
}

export class EvidenceAnchorDto implements EvidenceAnchor {
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page!: number;

  @ValidateIf(isGiven)
  @IsObject()
  @ValidateNested()
  @Type(() => PageBoxDto)
  readonly box!: PageBoxDto | null;

  @IsString()
  @MaxLength(300)
  readonly note!: string;
}

export class AnchorEvidenceDto implements AnchorEvidenceRequest {
  @IsArray()
  @ArrayMaxSize(MOST_ANCHORS)
  @ValidateNested({ each: true })
  @Type(() => EvidenceAnchorDto)
  readonly anchors!: readonly EvidenceAnchorDto[];
}

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
