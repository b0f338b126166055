import type { RoleGrant } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { hashPassword } from '../../src/features/identity/password';
import { UserAccount } from '../../src/features/identity/user-account.entity';
import { UserGrant } from '../../src/features/identity/user-grant.entity';
import { unused } from './agency.factory';

/** The password of everybody whom `aUser` saves with one. */
export const PASSWORD = 'đồng hồ quả lắc 7';
let passwordHash: Promise<string> | null = null;
const hashed = (): Promise<string> => (passwordHash ??= hashPassword(PASSWORD));

export interface UserFields {
  readonly userName?: string;
  readonly fullName?: string;
  readonly active?: boolean;
  readonly grants?: readonly RoleGrant[];
  /** Whether `PASSWORD` opens the account; it does unless told otherwise. */
  readonly hasPassword?: boolean;
}

/** Saves a person: active, with `PASSWORD`, without any role, unless told otherwise. */
export async function aUser(db: DataSource, { grants = [], hasPassword = true, ...fields }: UserFields = {}): Promise<UserAccount> {
  const userName = fields.userName ?? unused('user');
  const person = { fullName: `Người dùng ${userName}`, active: true, lastSignInAt: null, ...fields, userName };
  const user = await db.manager.save(db.manager.create(UserAccount, { ...person, passwordHash: hasPassword ? await hashed() : null }));
  if (grants.length > 0) {
    await db.manager.insert(UserGrant, grants.map(({ role, agencyId }) => ({ userId: user.id, role, agencyId })));
  }
  return user;
}
