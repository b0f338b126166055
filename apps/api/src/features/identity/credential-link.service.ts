import { Injectable } from '@nestjs/common';
import { credentialLinkUrl } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { oneself } from './oneself';
import { assertStrong, hashPassword } from './password';
import { SessionRepository } from './session.repository';
import { SignInThrottle } from './sign-in-throttle';
import { hashOf, newToken } from './token';
import { UserRepository } from './user.repository';

const VALID_DAYS = 7;

/** The url is shown once: only a hash of what is in it is kept. */
export interface IssuedLink {
  readonly url: string;
  readonly expiresAt: Date;
}

interface OpenLink {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
}

const FIND_OPEN = `
  select l.id, u.id "userId", u.user_name "userName" from credential_link l join user_account u on u.id = l.user_id and u.active
  where l.token_hash = $1 and l.spent_at is null and l.expires_at > now()`;

/** One-use links with which people set their first password, or a new one. */
@Injectable()
export class CredentialLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Makes a link within a transaction of the caller. Links made before it for the same person open nothing any more. */
  async issue(tx: Transaction, user: { readonly id: string; readonly userName: string }, origin: string): Promise<IssuedLink> {
    const token = newToken();
    await this.takeBack(tx.em, user.id);
    const rows: readonly { readonly expiresAt: Date }[] = await tx.em.query(
      `insert into credential_link (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(days => $3)) returning expires_at "expiresAt"`,
      [hashOf(token), user.id, VALID_DAYS],
    );
    await tx.audit('user.link-issued', { id: user.id }, { userName: user.userName });
    return { url: credentialLinkUrl(origin, token), expiresAt: rows[0]?.expiresAt ?? tx.now };
  }

  /** Sets the password that the link was made for, and ends the person's sessions. Refuses a link that opens nothing with `link.spent`. */
  async spend(token: string, newPassword: string): Promise<void> {
    const link = await this.findOpen(this.dataSource.manager, token, '');
    assertStrong(newPassword, link.userName);
    const passwordHash = await hashPassword(newPassword);
    await this.unitOfWork.run(oneself(link.userId), async (tx) => {
      const { userId, userName } = await this.findOpen(tx.em, token, 'for update of l');
      await this.users.setPassword(tx.em, userId, passwordHash);
      await this.sessions.endAll(tx.em, userId);
      await this.throttle.forget(tx.em, userName);
      await tx.audit('user.password-set', { id: userId }, { userName });
    });
  }

  private async findOpen(em: EntityManager, token: string, lock: '' | 'for update of l'): Promise<OpenLink> {
    const rows: readonly OpenLink[] = await em.query(`${FIND_OPEN} ${lock}`, [hashOf(token)]);
    const link = rows[0];
    if (!link) {
      throw new DomainError('link.spent');
    }
    return link;
  }

  private async takeBack(em: EntityManager, userId: string): Promise<void> {
    await em.query('update credential_link set spent_at = now() where user_id = $1 and spent_at is null', [userId]);
  }
}
