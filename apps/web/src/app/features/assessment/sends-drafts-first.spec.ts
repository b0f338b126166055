import { TestBed } from '@angular/core/testing';
import type { ActivatedRouteSnapshot, RouterStateSnapshot } from '@angular/router';
import type { SessionView } from '@par-index/contract';
import { Session } from '../../platform/session/session';
import { Confirm } from '../../ui/prompt/confirm';
import { sendsDraftsFirst } from './sends-drafts-first';

interface Leaving {
  readonly to: string;
  readonly left?: number;
  readonly signedIn?: boolean;
}

async function leave({ to, left = 0, signedIn = true }: Leaving) {
  const done: string[] = [];
  const view = signedIn ? ({ userId: 'u' } as SessionView) : null;
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { view: () => view } },
      { provide: Confirm, useValue: { ask: () => Promise.resolve(done.push('asked') < 0) } },
    ],
  });
  const page = { sendDrafts: () => Promise.resolve(done.push('sent') > 0 ? left : 0) };
  const states = ['/assessments/a/1.1?x=1', to].map((url) => ({ url }) as RouterStateSnapshot) as [RouterStateSnapshot, RouterStateSnapshot];
  const may = await TestBed.runInInjectionContext(() => sendsDraftsFirst(page, {} as ActivatedRouteSnapshot, ...states));
  return { may, done };
}

describe('leaving a page with drafts', () => {
  it('sends them first, and asks where something is left', async () => {
    expect(await leave({ to: '/work' })).toEqual({ may: true, done: ['sent'] });
    TestBed.resetTestingModule();
    expect(await leave({ to: '/assessments/b/1.1', left: 2 })).toEqual({ may: false, done: ['sent', 'asked'] });
  });

  it('is no step to another criterion of the same assessment, nor to its overview', async () => {
    expect(await leave({ to: '/assessments/a/1.2', left: 2 })).toEqual({ may: true, done: [] });
    TestBed.resetTestingModule();
    expect(await leave({ to: '/assessments/a', left: 2 })).toEqual({ may: true, done: [] });
  });

  it('asks nobody once the session is over: what was typed is kept', async () => {
    expect(await leave({ to: '/sign-in', left: 2, signedIn: false })).toEqual({ may: true, done: [] });
  });
});
