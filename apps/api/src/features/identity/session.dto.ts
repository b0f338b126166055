import type { ChangePasswordRequest, DemoSignInRequest, SignInRequest, SpendCredentialLinkRequest } from '@par-index/contract';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../platform/problem/not-blank';

/** User names are kept in small letters; typed capitals and spaces around do no harm. */
export const asUserName = ({ value }: { readonly value: unknown }): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

export class SignInDto implements SignInRequest {
  @Transform(asUserName)
  @IsNotBlank()
  @MaxLength(200)
  readonly userName!: string;

  @IsString()
  @MaxLength(1000)
  readonly password!: string;
}

export class DemoSignInDto implements DemoSignInRequest {
  @Transform(asUserName)
  @IsNotBlank()
  @MaxLength(200)
  readonly userName!: string;
}

export class ChangePasswordDto implements ChangePasswordRequest {
  @IsString()
  @MaxLength(1000)
  readonly currentPassword!: string;

  @IsString()
  @MaxLength(1000)
  readonly newPassword!: string;
}

export class SpendCredentialLinkDto implements SpendCredentialLinkRequest {
  @IsString()
  @MaxLength(1000)
  readonly newPassword!: string;
}
