import { inject, Injectable } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import type { AnswerContent } from './answer-content';
import { type AnswerAddress, AssessmentApi } from './assessment-api';
import type { SaveOutcome } from './autosave-ports';
import { outcomeOf } from './autosave-transport';

/** A request that hangs is given up, as if its answer were lost: it may have arrived, and sending it again does no harm. */
const PATIENCE = 30_000;

/**
 * Sends answers as one person and as nobody else. Where the session is another one by now, the server is asked whose it is: the same
 * person's goes on, anybody else's waits.
 */
@Injectable({ providedIn: 'root' })
export class AnswerSender {
  private readonly api = inject(AssessmentApi);
  private readonly session = inject(Session);

  async send(userId: string, address: AnswerAddress, content: AnswerContent): Promise<SaveOutcome> {
    if (this.session.fromMemory() || this.session.view()?.userId !== userId) {
      const refused = await this.askedWhose(userId);
      if (refused) {
        return refused;
      }
    }
    const outcome = await this.attempt(address, content);
    if (outcome.kind !== 'signed-out' || !this.session.view()) {
      return outcome;
    }
    return (await this.askedWhose(userId)) ?? (await this.attempt(address, content));
  }

  private async attempt(address: AnswerAddress, content: AnswerContent): Promise<SaveOutcome> {
    try {
      return { kind: 'saved', saved: await firstValueFrom(this.api.saveAnswer(address, content).pipe(timeout(PATIENCE))) };
    } catch (error) {
      return outcomeOf(refusalOf(error));
    }
  }

  /** Null where the session is this person's. */
  private async askedWhose(userId: string): Promise<SaveOutcome | null> {
    try {
      const view = await this.session.refresh();
      return view?.userId === userId ? null : { kind: 'signed-out', reason: $localize`Hãy đăng nhập lại bằng tài khoản của bạn để gửi tiếp.` };
    } catch (error) {
      return outcomeOf(refusalOf(error));
    }
  }
}
