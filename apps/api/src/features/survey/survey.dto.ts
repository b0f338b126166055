import {
  CAMPAIGN_STATES,
  type CampaignState,
  type CloseCampaignRequest,
  type CreateDeviceRequest,
  type CreateRespondentGroupRequest,
  type DecideProposalsRequest,
  type EditRespondentGroupRequest,
  type ExcludeFormRequest,
  type FormAnswers,
  type OfficeEntry,
  type PaperEntryRequest,
  type Questionnaire,
  type ReissueInvitationRequest,
  type SurveyMapping,
  type WriteCampaignRequest,
  type WriteMappingsRequest,
  type WriteOfficesRequest,
  type WriteQuestionnaireRequest,
} from '@par-index/contract';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsNotBlank } from '../../platform/problem/not-blank';
import { IsMoment } from './is-moment';

const MOST_PEOPLE = 100_000_000;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const yes = ({ value }: { readonly value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class CreateRespondentGroupDto implements CreateRespondentGroupRequest {
  @Matches(CODE)
  @MaxLength(60)
  readonly code!: string;

  @IsNotBlank()
  @MaxLength(200)
  readonly name!: string;
}

export class EditRespondentGroupDto implements EditRespondentGroupRequest {
  @IsNotBlank()
  @MaxLength(200)
  readonly name!: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly position!: number;

  @IsBoolean()
  readonly active!: boolean;
}

export class WriteQuestionnaireDto implements WriteQuestionnaireRequest {
  @IsObject()
  readonly document!: Questionnaire;
}

export class CampaignGroupDto {
  @Matches(CODE)
  @MaxLength(60)
  readonly code!: string;

  @IsBoolean()
  readonly byInvitation!: boolean;
}

export class WriteCampaignDto implements WriteCampaignRequest {
  @IsNotBlank()
  @MaxLength(300)
  readonly title!: string;

  @IsUUID()
  readonly questionnaireId!: string;

  @IsOptional()
  @IsUUID()
  readonly cycleId: string | null = null;

  @IsMoment()
  readonly opensAt!: string;

  @IsMoment()
  readonly closesAt!: string;

  @IsInt()
  @Min(0)
  @Max(720)
  readonly graceHours!: number;

  @IsInt()
  @Min(3)
  @Max(100)
  readonly leastShown!: number;

  @IsInt()
  @Min(1)
  @Max(50)
  readonly errorPercent!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => CampaignGroupDto)
  readonly groups!: readonly CampaignGroupDto[];
}

export class OfficeDto implements OfficeEntry {
  @IsUUID()
  readonly agencyId!: string;

  @IsString()
  @MaxLength(200)
  readonly name!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  readonly population: number | null = null;
}

export class WriteOfficesDto implements WriteOfficesRequest {
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => OfficeDto)
  readonly offices!: readonly OfficeDto[];
}

export class CloseCampaignDto implements CloseCampaignRequest {
  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}

export class CampaignQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(CAMPAIGN_STATES)
  readonly state?: CampaignState;
}

export class DryRunQueryDto {
  /** Said each time: nothing is written because somebody forgot a word. */
  @Transform(yes)
  @IsBoolean()
  readonly dryRun!: boolean;
}

export class InvitationImportQueryDto extends DryRunQueryDto {
  @IsString()
  @MaxLength(60)
  readonly groupCode!: string;

  @Transform(yes)
  @IsBoolean()
  readonly mail!: boolean;
}

export class ReissueInvitationDto implements ReissueInvitationRequest {
  @IsBoolean()
  readonly mail!: boolean;
}

export class CreateDeviceDto implements CreateDeviceRequest {
  @IsNotBlank()
  @MaxLength(200)
  readonly name!: string;

  @IsUUID()
  readonly officeId!: string;
}

export class PaperEntryDto implements PaperEntryRequest {
  @IsOptional()
  @IsUUID()
  readonly officeId: string | null = null;

  @IsString()
  @MaxLength(60)
  readonly groupCode!: string;

  @IsObject()
  readonly answers!: FormAnswers;
}

export class ResultsQueryDto {
  @IsOptional()
  @IsUUID()
  readonly officeId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly groupCode?: string;
}

export class TextsQueryDto extends PageQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly question?: string;
}

export class ExcludeFormDto implements ExcludeFormRequest {
  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}

export class MappingDto implements SurveyMapping {
  @IsString()
  @MaxLength(60)
  readonly agencyGroup!: string;

  @IsString()
  @MaxLength(60)
  readonly code!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsString({ each: true })
  readonly questions!: readonly string[];

  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsString({ each: true })
  readonly groups!: readonly string[];
}

export class WriteMappingsDto implements WriteMappingsRequest {
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => MappingDto)
  readonly mappings!: readonly MappingDto[];
}

export class DecideProposalsDto implements DecideProposalsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids!: readonly string[];

  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}
