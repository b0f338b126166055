import { inject, Injectable } from '@angular/core';
import { type BlindedBallot, blindBallot, type FormAnswers, type InvitedForm, unblindBallot } from '@par-index/contract';
import { Refusal } from '../../platform/problem/refusal';
import { SurveyFormApi } from './survey-form-api';

/** What an invited form is sent with, kept from the first try until the answer is stored. */
interface KeptBallot {
  readonly ballot: BlindedBallot;
  readonly answers: FormAnswers;
}

const PREFIX = 'par-index.survey-ballot:';
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/**
 * Sends an invited form in two requests that share nothing: one spends the invitation for a signature on a hidden token, the other brings the
 * answer with the uncovered token. Both may be sent again: the same hidden token is signed again, the same token stores one answer.
 */
@Injectable({ providedIn: 'root' })
export class InvitedSending {
  private readonly api = inject(SurveyFormApi);

  /** Whether a form of this invitation was sent here and its answer is still out. */
  isUnderWay(code: string): boolean {
    return localStorage.getItem(PREFIX + code) !== null;
  }

  async send(code: string, form: InvitedForm, answers: FormAnswers): Promise<void> {
    const kept = this.kept(code) ?? { ballot: blindBallot(form.ballotKey, random), answers };
    localStorage.setItem(PREFIX + code, JSON.stringify(kept));
    await this.finish(code, form, kept);
  }

  /** Takes up what a lost connection or a closed page left. */
  async resume(code: string, form: InvitedForm): Promise<void> {
    const kept = this.kept(code);
    if (kept) {
      await this.finish(code, form, kept);
    }
  }

  forget(code: string): void {
    localStorage.removeItem(PREFIX + code);
  }

  private async finish(code: string, { ballotKey, campaignId, groupCode }: InvitedForm, { ballot, answers }: KeptBallot): Promise<void> {
    const { signed } = await this.api.spend({ code, blinded: ballot.blinded });
    const uncovered = unblindBallot(ballotKey, ballot, signed);
    if (uncovered === null) {
      throw new Refusal('survey.ballot-false', $localize`Chữ ký của lá phiếu không đúng nên phiếu chưa được gửi. Hãy mở lại đường dẫn trong thư mời rồi gửi lại.`);
    }
    await this.api.answerByBallot({ campaignId, groupCode, ballot: uncovered, answers });
    this.forget(code);
  }

  private kept(code: string): KeptBallot | null {
    const kept = localStorage.getItem(PREFIX + code);
    return kept === null ? null : (JSON.parse(kept) as KeptBallot);
  }
}
