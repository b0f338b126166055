import { TestBed } from '@angular/core/testing';
import type { SavedAnswer, SessionView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal, type RefusalCode } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { NO_CONTENT } from './answer-content';
import { AnswerSender } from './answer-sender';
import { AssessmentApi } from './assessment-api';

const ADDRESS = { id: 'as', code: '1', version: 0 };
const SAVED = { saved: { code: '1' } } as unknown as SavedAnswer;

interface Situation {
  /** Who this page thinks is signed in. */
  readonly here: string | null;
  readonly remembered?: boolean;
  /** Whose the session is by the server, or why it does not say. */
  readonly there: string | null | RefusalCode;
  /** What the server answers, one after the other. */
  readonly answers: readonly (SavedAnswer | RefusalCode)[];
}

const person = (userId: string) => ({ userId }) as SessionView;

function send({ here, remembered = false, there, answers }: Situation) {
  let current = here;
  const left = [...answers];
  const asked: string[] = [];
  const session = {
    view: () => (current ? person(current) : null),
    fromMemory: () => remembered,
    refresh: () => {
      asked.push('session');
      if (there === 'network.unreachable') return Promise.reject(new Refusal(there, 'Mất mạng.'));
      current = there;
      return Promise.resolve(there ? person(there) : null);
    },
  };
  const api = {
    saveAnswer: () => {
      asked.push('answer');
      const next = left.shift();
      if (next === 'access.unauthenticated') current = null;
      return typeof next === 'string' ? throwError(() => new Refusal(next, 'x')) : of(next);
    },
  };
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }, { provide: AssessmentApi, useValue: api }] });
  return TestBed.inject(AnswerSender).send('an', ADDRESS, NO_CONTENT).then((outcome) => ({ kind: outcome.kind, asked }));
}

describe('an answer is sent', () => {
  it('as whoever typed it', async () => {
    expect(await send({ here: 'an', there: 'an', answers: [SAVED] })).toEqual({ kind: 'saved', asked: ['answer'] });
  });

  it('again when the same person has signed in anew elsewhere meanwhile', async () => {
    expect(await send({ here: 'an', there: 'an', answers: ['request.csrf', SAVED] })).toEqual({ kind: 'saved', asked: ['answer', 'session', 'answer'] });
  });

  it('never as somebody else, who has signed in elsewhere or here', async () => {
    expect(await send({ here: 'an', there: 'bình', answers: ['request.csrf', SAVED] })).toEqual({ kind: 'signed-out', asked: ['answer', 'session'] });
    TestBed.resetTestingModule();
    expect(await send({ here: 'bình', there: 'bình', answers: [SAVED] })).toEqual({ kind: 'signed-out', asked: ['session'] });
  });

  it('not at all once nobody is signed in', async () => {
    expect(await send({ here: 'an', there: null, answers: ['access.unauthenticated'] })).toEqual({ kind: 'signed-out', asked: ['answer'] });
  });

  it('only after the server has said whose the session is, where that was remembered', async () => {
    expect(await send({ here: 'an', remembered: true, there: 'an', answers: [SAVED] })).toEqual({ kind: 'saved', asked: ['session', 'answer'] });
    TestBed.resetTestingModule();
    expect(await send({ here: 'an', remembered: true, there: 'network.unreachable', answers: [SAVED] })).toEqual({ kind: 'unreachable', asked: ['session'] });
  });
});
