import type { CredentialLinkView, UserView } from '@par-index/contract';
import type { IssuedLink } from './credential-link.service';
import type { UserRow } from './user.repository';

export function toUserView({ lastSignInAt, ...row }: UserRow): UserView {
  return { ...row, lastSignInAt: lastSignInAt?.toISOString() ?? null };
}

export const toLinkView = ({ url, expiresAt }: IssuedLink): CredentialLinkView => ({ url, expiresAt: expiresAt.toISOString() });
