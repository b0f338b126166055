import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { networkOf } from './client-address';
import type { AttemptKind } from './sign-in-attempt.entity';
import { delayAfter, FORGET_AFTER } from './sign-in-delay';

/** Who tries: a user name, known or not, from an address. */
export interface Attempt {
  readonly userName: string;
  readonly address: string;
}

interface Counter {
  readonly kind: AttemptKind;
  readonly keyHash: string;
  readonly failures: number;
  /** Seconds that are left, 0 or less where nobody has to wait. */
  readonly waits: number;
}

const COUNTERS = `
  select kind, key_hash "keyHash", extract(epoch from waits_until - clock_timestamp())::float8 waits,
    case when last_at < clock_timestamp() - make_interval(secs => $3) then 0 else failures end failures
  from sign_in_attempt where (kind, key_hash) in (('account', $1), ('address', $2)) order by kind for update`;

/**
 * Slows down guessing, per account and per address. Every attempt is counted as a failure before the password is looked at, so that
 * many at once are as slow as one after the other; the right password takes its own count back. Kept in the database: a restart
 * forgets nothing.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /**
   * Counts an attempt, and says how many there have been at this account in a row. Refuses with `sign-in.delayed` and the seconds left
   * where the account or the address has to wait.
   */
  async admit(attempt: Attempt): Promise<number> {
    const { waits, failures } = await this.unitOfWork.runAsSystem(({ em }) => this.count(em, attempt));
    if (waits > 0) {
      throw new DomainError('sign-in.delayed', { seconds: Math.ceil(waits) });
    }
    return failures;
  }

  /** The password was right: the account begins anew, and the address gets its count back. */
  async forgive(em: EntityManager, attempt: Attempt): Promise<void> {
    const [, address] = this.keysOf(attempt);
    await this.forget(em, attempt.userName);
    await em.query(
      `update sign_in_attempt set failures = greatest(failures - 1, 0), waits_until = now() where kind = 'address' and key_hash = $1`,
      [address],
    );
  }

  /** Whoever proved in another way who they are, waits no longer at their account. */
  async forget(em: EntityManager, userName: string): Promise<void> {
    await em.query(`delete from sign_in_attempt where kind = 'account' and key_hash = $1`, [this.keyOf('account', userName)]);
  }

  private async count(em: EntityManager, attempt: Attempt): Promise<Pick<Counter, 'waits' | 'failures'>> {
    const keys = this.keysOf(attempt);
    await em.query(
      `insert into sign_in_attempt (kind, key_hash, failures, last_at, waits_until)
       values ('account', $1, 0, now(), now()), ('address', $2, 0, now(), now()) on conflict do nothing`,
      [...keys],
    );
    const counters: readonly Counter[] = await em.query(COUNTERS, [...keys, FORGET_AFTER]);
    const waits = Math.max(...counters.map((counter) => counter.waits));
    const account = counters.find(({ kind }) => kind === 'account')?.failures ?? 0;
    if (waits > 0) {
      return { waits, failures: account };
    }
    for (const { kind, keyHash, failures } of counters) {
      await em.query(
        `update sign_in_attempt set failures = $3, last_at = clock_timestamp(), waits_until = clock_timestamp() + make_interval(secs => $4)
         where kind = $1 and key_hash = $2`,
        [kind, keyHash, failures + 1, delayAfter(kind, failures + 1)],
      );
    }
    return { waits: 0, failures: account + 1 };
  }

  private keysOf({ userName, address }: Attempt): readonly [account: string, address: string] {
    return [this.keyOf('account', userName), this.keyOf('address', networkOf(address))];
  }

  private keyOf(kind: AttemptKind, value: string): string {
    return createHmac('sha256', this.config.SESSION_SECRET).update(`${kind}:${value}`).digest('hex');
  }
}
