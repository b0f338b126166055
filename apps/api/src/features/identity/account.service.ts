import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, OwnSessionView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import type { LiveSession } from '../../platform/access/live-session';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { assertStrong, hashPassword, isPassword } from './password';
import { SessionRepository } from './session.repository';
import { SignInThrottle } from './sign-in-throttle';
import { UserRepository } from './user.repository';

/** What people do with their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly throttle: SignInThrottle,
  ) {}

  async listSessions({ id: current, actor }: LiveSession): Promise<readonly OwnSessionView[]> {
    const sessions = await this.sessions.listOf(this.dataSource.manager, actor.id);
    return sessions.map(({ id, createdAt, lastSeenAt, device }) => ({
      id,
      current: id === current,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      device,
    }));
  }

  endSession({ actor }: LiveSession, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.sessions.end(tx.em, actor.id, id))) {
        throw new DomainError('record.not-found');
      }
      await tx.audit('session.ended', { id: actor.id }, { sessions: 1 });
    });
  }

  /** Ends every session of this person but the one that asks. */
  endOtherSessions({ id, actor }: LiveSession): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const sessions = await this.sessions.endAll(tx.em, actor.id, id);
      await tx.audit('session.ended', { id: actor.id }, { sessions });
    });
  }

  /** Whoever found a browser open must still know the password; guesses are slowed down like those at the sign-in. */
  async changePassword(session: LiveSession, request: ChangePasswordRequest, address: string): Promise<void> {
    const { actor, userName } = session;
    const attempt = { userName, address };
    await this.throttle.admit(attempt);
    const credentials = await this.users.findCredentials(this.dataSource.manager, userName);
    if (!(await isPassword(credentials?.passwordHash ?? null, request.currentPassword))) {
      throw new DomainError('password.wrong', {}, [{ pointer: '/currentPassword', code: 'wrong', detail: 'Mật khẩu hiện tại không đúng.' }]);
    }
    assertStrong(request.newPassword, userName);
    const passwordHash = await hashPassword(request.newPassword);
    await this.unitOfWork.run(actor, async (tx) => {
      await this.throttle.forgive(tx.em, attempt);
      await this.users.setPassword(tx.em, actor.id, passwordHash);
      await this.sessions.endAll(tx.em, actor.id, session.id);
      await tx.audit('user.password-set', { id: actor.id }, { userName });
    });
  }
}
