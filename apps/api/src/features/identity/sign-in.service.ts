import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { oneself } from './oneself';
import { isPassword } from './password';
import { SessionRepository } from './session.repository';
import { type Attempt, SignInThrottle } from './sign-in-throttle';
import { newToken } from './token';
import { type Credentials, UserRepository } from './user.repository';

/** Subject of audit lines about an account that is not there. Its name is not kept: people type passwords into the wrong box. */
const NOBODY = { id: '00000000-0000-0000-0000-000000000000', userName: '' } as const;

/** The browser that signs in, and the session it had until now. */
export interface Browser {
  readonly address: string;
  readonly device: string;
  readonly formerSessionId: string | null;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly throttle: SignInThrottle,
    private readonly config: Config,
  ) {}

  /**
   * Opens a session and gives its token. An unknown name, a wrong password and an account that is closed or has no password yet are
   * refused alike, after the same work.
   */
  async signIn({ userName, password }: { readonly userName: string; readonly password: string }, browser: Browser): Promise<string> {
    const attempt: Attempt = { userName, address: browser.address };
    const failures = await this.throttle.admit(attempt);
    const credentials = await this.users.findCredentials(this.dataSource.manager, userName);
    const usable = credentials?.active ? credentials.passwordHash : null;
    if (!(await isPassword(usable, password)) || !credentials) {
      await this.recordFailure(credentials, failures);
      throw new DomainError('sign-in.refused');
    }
    return this.unitOfWork.run(oneself(credentials.id), async (tx) => {
      await this.throttle.forgive(tx.em, attempt);
      await this.assertStanding(tx, credentials);
      return this.open(tx, credentials, browser);
    });
  }

  /** Opens a session for one of the people whom the demonstration offers; refused where there is no demonstration. */
  async signInAsDemoPerson(userName: string, browser: Browser): Promise<string> {
    const credentials = this.config.PAR_DEMO ? await this.users.findDemoPerson(this.dataSource.manager, userName) : null;
    if (!credentials) {
      throw new DomainError('record.not-found');
    }
    return this.unitOfWork.run(oneself(credentials.id), (tx) => this.open(tx, credentials, browser));
  }

  /** Looking at a password takes a while: who was closed, or got another password, meanwhile stays outside. Held until the session is there. */
  private async assertStanding({ em }: Transaction, { userName, passwordHash }: Credentials): Promise<void> {
    const standing = await this.users.holdCredentials(em, userName);
    if (!standing?.active || standing.passwordHash !== passwordHash) {
      throw new DomainError('sign-in.refused');
    }
  }

  private async recordFailure(credentials: Credentials | null, failures: number): Promise<void> {
    const { id, userName } = credentials ?? NOBODY;
    await this.unitOfWork.runAsSystem((tx) => tx.audit('sign-in.failed', { id }, { userName, failures }));
  }

  /** The session of before ends: a token that somebody else may have put into this browser opens nothing. */
  private async open(tx: Transaction, { id: userId, userName }: Credentials, browser: Browser): Promise<string> {
    const token = newToken();
    if (browser.formerSessionId) {
      await this.sessions.endById(tx.em, browser.formerSessionId);
    }
    await this.sessions.forgetExpired(tx.em, userId);
    await this.sessions.open(tx.em, { token, userId, device: browser.device });
    await this.users.noteSignIn(tx.em, userId, tx.now);
    await tx.audit('session.opened', { id: userId }, { userName });
    return token;
  }
}
