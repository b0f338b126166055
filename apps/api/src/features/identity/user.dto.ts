import { type CreateUserRequest, type EditUserRequest, type Role, type RoleGrantRequest, ROLES, type UserQuery } from '@par-index/contract';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';
import { IsNotBlank } from '../../platform/problem/not-blank';
import { asUserName } from './session.dto';

/** Letters without accents, digits, and `.`, `-`, `_` between them; 3 to 80 of them. */
export const USER_NAME = /^(?=.{3,80}$)[a-z0-9]+([._-][a-z0-9]+)*$/;

const MOST_GRANTS = 50;
const asIs = ({ role, agencyId }: RoleGrantRequest): string => `${role} ${agencyId}`;

/** An empty field is none. */
const asEmail = ({ value }: { readonly value: unknown }): unknown => (typeof value === 'string' ? value.trim() || null : value);

export class UserQueryDto extends PageQueryDto implements UserQuery {
  @IsOptional()
  @IsUUID()
  readonly agencyId?: string;

  @IsOptional()
  @IsIn(ROLES)
  readonly role?: Role;
}

export class RoleGrantDto implements RoleGrantRequest {
  @IsIn(ROLES)
  readonly role!: Role;

  @IsUUID()
  readonly agencyId!: string;
}

export class CreateUserDto implements CreateUserRequest {
  @Transform(asUserName)
  @Matches(USER_NAME)
  readonly userName!: string;

  @IsNotBlank()
  @MaxLength(200)
  readonly fullName!: string;

  @IsOptional()
  @Transform(asEmail)
  @IsEmail({ require_tld: false })
  readonly email?: string | null;

  @IsArray()
  @ArrayMaxSize(MOST_GRANTS)
  @ArrayUnique(asIs)
  @ValidateNested({ each: true })
  @Type(() => RoleGrantDto)
  readonly grants!: readonly RoleGrantDto[];
}

export class EditUserDto implements EditUserRequest {
  @IsNotBlank()
  @MaxLength(200)
  readonly fullName!: string;

  @IsOptional()
  @Transform(asEmail)
  @IsEmail({ require_tld: false })
  readonly email?: string | null;

  @IsBoolean()
  readonly active!: boolean;

  @IsArray()
  @ArrayMaxSize(MOST_GRANTS)
  @ArrayUnique(asIs)
  @ValidateNested({ each: true })
  @Type(() => RoleGrantDto)
  readonly grants!: readonly RoleGrantDto[];
}
