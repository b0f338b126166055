import { Injectable } from '@angular/core';
import type { BallotForm, BallotRequest, FilledForm, FormStored, InvitedForm, KioskForms, KioskFormsStored, Problem, PublicForm, SignedBallot } from '@par-index/contract';
import { Refusal } from '../../platform/problem/refusal';
import { unreachableWords } from '../../platform/problem/unreachable-words';

const ROOT = '/api/v1/public';

/** What respondents read and send. No cookie goes with it and no address of the page: nobody signed in is tied to a form. */
@Injectable({ providedIn: 'root' })
export class SurveyFormApi {
  ofLink(linkCode: string): Promise<PublicForm> {
    return ask(`/surveys/${encodeURIComponent(linkCode)}`);
  }

  answerByLink(linkCode: string, form: FilledForm): Promise<FormStored> {
    return ask(`/surveys/${encodeURIComponent(linkCode)}/forms`, form);
  }

  ofDevice(token: string): Promise<PublicForm> {
    return ask('/survey-kiosk/form', { token });
  }

  answerOnDevice(forms: KioskForms): Promise<KioskFormsStored> {
    return ask('/survey-kiosk/forms', forms);
  }

  ofInvitation(code: string): Promise<InvitedForm> {
    return ask('/survey-invitations/form', { code });
  }

  spend(request: BallotRequest): Promise<SignedBallot> {
    return ask('/survey-invitations/ballot', request);
  }

  answerByBallot(form: BallotForm): Promise<FormStored> {
    return ask('/survey-ballots', form);
  }
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const sent: RequestInit = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  let answer: Response;
  try {
    answer = await fetch(`${ROOT}${path}`, { ...sent, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  } catch {
    throw new Refusal('network.unreachable', unreachableWords.offline());
  }
  if (answer.ok) {
    return (await answer.json()) as T;
  }
  const problem = (await answer.json().catch(() => null)) as Problem | null;
  throw new Refusal(problem?.code ?? 'server.failed', problem?.detail ?? unreachableWords.failed(), problem);
}

/** Whether sending the same later may do. Whatever else is refused stays refused. */
export const mayPassLater = ({ code, status }: Refusal): boolean => code === 'network.unreachable' || code === 'server.failed' || status >= 500 || status === 429;
