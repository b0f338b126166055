import type { AgencyQuery, CreateAgencyGroupRequest, CreateAgencyRequest, EditAgencyRequest } from '@par-index/contract';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsNotBlank } from '../../platform/problem/not-blank';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const flag = ({ value }: { readonly value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class AgencyQueryDto extends PageQueryDto implements AgencyQuery {
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly groupCode?: string;

  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  readonly active?: boolean;
}

export class CreateAgencyGroupDto implements CreateAgencyGroupRequest {
  @MaxLength(80)
  @Matches(CODE)
  readonly code!: string;

  @IsNotBlank()
  @MaxLength(200)
  readonly name!: string;
}

export class EditAgencyDto implements EditAgencyRequest {
  @IsNotBlank()
  @MaxLength(300)
  readonly name!: string;

  @IsNotBlank()
  @MaxLength(100)
  readonly shortName!: string;

  @MaxLength(80)
  @Matches(CODE)
  readonly groupCode!: string;

  @IsBoolean()
  readonly active!: boolean;
}

export class CreateAgencyDto implements CreateAgencyRequest {
  @MaxLength(80)
  @Matches(CODE)
  readonly code!: string;

  @IsNotBlank()
  @MaxLength(300)
  readonly name!: string;

  @IsNotBlank()
  @MaxLength(100)
  readonly shortName!: string;

  @MaxLength(80)
  @Matches(CODE)
  readonly groupCode!: string;

  @IsOptional()
  @IsUUID()
  readonly parentId?: string | null;
}
