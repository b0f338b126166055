import { type NO_CONTENT, NOTHING_STANDS, standingOf, type StandingAnswer } from './answer-content';
import { AnswerAutosave, PAUSE } from './autosave-answer';
import { asOneStatement } from './autosave-combine';
import type { AnswerDraft, SaveOutcome } from './autosave-ports';
import { contentOf, ManualTime, OneAnswerServer, turns } from './autosave-world.fixture';

const LOST: SaveOutcome = { kind: 'unreachable', reason: 'Mất mạng.' };

class Page {
  readonly time = new ManualTime();
  readonly server = new OneAnswerServer();
  readonly sent: string[] = [];
  draft: AnswerDraft | null = null;
  /** What the network does with the next requests; after these it works. */
  faults: ('lost-request' | 'lost-answer' | SaveOutcome)[] = [];
  unfit: string | null = null;
  private readonly release: (() => void)[] = [];
  slow = false;

  open(standing: StandingAnswer = NOTHING_STANDS): AnswerAutosave {
    return new AnswerAutosave(standing, {
      send: (content, version) => this.send(content, version),
      drafts: {
        put: (draft) => Promise.resolve(void (this.draft = draft)),
        remove: () => Promise.resolve(void (this.draft = null)),
      },
      later: this.time.later,
      unfit: () => this.unfit,
      combine: asOneStatement,
      changed: () => undefined,
    });
  }

  async letThrough(): Promise<void> {
    this.release.splice(0).forEach((go) => go());
    await turns();
  }

  async pass(milliseconds: number): Promise<void> {
    this.time.pass(milliseconds);
    await turns();
  }

  private async send(content: Parameters<OneAnswerServer['save']>[1], version: number): Promise<SaveOutcome> {
    this.sent.push(content.note);
    if (this.slow) {
      await new Promise<void>((resolve) => this.release.push(resolve));
    }
    const fault = this.faults.shift();
    if (fault === 'lost-request') return LOST;
    if (typeof fault === 'object') return fault;
    const outcome = this.server.save('me', content, version);
    return fault === 'lost-answer' ? LOST : outcome;
  }
}

describe('saving one criterion by itself', () => {
  it('sends once, a pause after the last keystroke', async () => {
    const page = new Page();
    const answer = page.open();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE - 1);
    answer.edit({ note: 'ab' });
    await page.pass(PAUSE - 1);
    expect(page.sent).toEqual([]);
    await page.pass(1);
    expect(page.sent).toEqual(['ab']);
    expect(answer.situation()).toMatchObject({ state: 'saved', content: { note: 'ab' }, server: { version: 1, updatedBy: 'me' } });
  });

  it('sends at once when the field is left', async () => {
    const page = new Page();
    const answer = page.open();
    answer.edit({ note: 'a' });
    answer.flush();
    await turns();
    expect(page.sent).toEqual(['a']);
  });

  it('keeps what was typed in the browser until the server has acknowledged it', async () => {
    const page = new Page();
    page.slow = true;
    const answer = page.open();
    answer.edit({ note: 'a' });
    await turns();
    expect(page.draft?.content.note).toBe('a');
    await page.pass(PAUSE);
    expect(page.draft?.content.note).toBe('a');
    expect(answer.unacknowledged).toBe(true);
    await page.letThrough();
    expect(page.draft).toBeNull();
    expect(answer.unacknowledged).toBe(false);
  });

  it('has one request under way, and then sends only the newest', async () => {
    const page = new Page();
    page.slow = true;
    const answer = page.open();
    answer.edit({ note: 'a' });
    answer.flush();
    await turns();
    for (const note of ['ab', 'abc']) {
      answer.edit({ note });
      answer.flush();
      await turns();
    }
    expect(page.sent).toEqual(['a']);
    await page.letThrough();
    expect(page.sent).toEqual(['a', 'abc']);
    await page.letThrough();
    expect(page.server.revisions.map(({ note }) => note)).toEqual(['a', 'abc']);
    expect(page.draft).toBeNull();
  });

  it('tries again with growing pauses while the server is not reached, and at once when it is back', async () => {
    const page = new Page();
    page.faults = ['lost-request', 'lost-request', 'lost-request'];
    const answer = page.open();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    expect(answer.situation()).toMatchObject({ state: 'unsent', reason: 'Mất mạng.' });
    await page.pass(2_000);
    expect(page.sent).toHaveLength(2);
    await page.pass(3_999);
    expect(page.sent).toHaveLength(2);
    await page.pass(1);
    expect(page.sent).toHaveLength(3);
    expect(page.draft?.content.note).toBe('a');
    answer.wake();
    await turns();
    expect(answer.situation().state).toBe('saved');
  });

  it('does not take its own lost save for somebody else\'s', async () => {
    const page = new Page();
    page.faults = ['lost-answer'];
    const answer = page.open();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    answer.edit({ note: 'ab' });
    await page.pass(PAUSE);
    expect(answer.situation()).toMatchObject({ state: 'saved', conflict: null, content: { note: 'ab' } });
    expect(page.server.view()?.note).toBe('ab');
  });

  it('takes back what was sent and then undone while the answer was lost', async () => {
    const page = new Page();
    page.faults = ['lost-answer'];
    const answer = page.open();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    answer.edit({ note: '' });
    await page.pass(PAUSE);
    expect(page.server.view()?.note).toBe('');
    expect(answer.situation()).toMatchObject({ state: 'saved', content: { note: '' } });
  });

  it('does not send what does not fit, and sends it when it does', async () => {
    const page = new Page();
    page.unfit = 'Số liệu chưa hợp lệ.';
    const answer = page.open();
    answer.edit({ answer: { points: 9 } });
    await page.pass(PAUSE);
    expect(page.sent).toEqual([]);
    expect(answer.situation()).toMatchObject({ state: 'held', reason: 'Số liệu chưa hợp lệ.' });
    expect(page.draft?.content.answer).toEqual({ points: 9 });
    page.unfit = null;
    answer.edit({ answer: { points: 1 } });
    await page.pass(PAUSE);
    expect(page.server.view()?.answer).toEqual({ points: 1 });
  });

  it('keeps what was refused, says why and does not repeat it by itself', async () => {
    const page = new Page();
    page.faults = [{ kind: 'refused', reason: 'Đã khóa.' }];
    const answer = page.open();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    await page.pass(600_000);
    expect(page.sent).toHaveLength(1);
    expect(answer.situation()).toMatchObject({ state: 'held', reason: 'Đã khóa.', content: { note: 'a' } });
    expect(page.draft?.content.note).toBe('a');
  });

  it('forgets the draft when the typing was undone before anything was sent', async () => {
    const page = new Page();
    const answer = page.open();
    answer.edit({ note: 'a' });
    answer.edit({ note: '' });
    await page.pass(PAUSE);
    expect(page.sent).toEqual([]);
    expect(page.draft).toBeNull();
  });

  it('says that a browser keeps no drafts, and saves all the same', async () => {
    const page = new Page();
    const answer = new AnswerAutosave(NOTHING_STANDS, {
      send: (content, version) => Promise.resolve(page.server.save('me', content, version)),
      drafts: { put: () => Promise.reject(new Error('denied')), remove: () => Promise.reject(new Error('denied')) },
      later: page.time.later,
      unfit: () => null,
      combine: asOneStatement,
      changed: () => undefined,
    });
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    expect(page.server.view()?.note).toBe('a');
    expect(answer.situation().kept).toBe(false);
  });
});

describe('an answer that is typed by half', () => {
  const HALF = { texts: { numerator: '18x', denominator: '' } };
  const before = contentOf({ answer: { numerator: 1, denominator: 2 } });

  async function begun(): Promise<{ readonly page: Page; readonly answer: AnswerAutosave }> {
    const page = new Page();
    page.server.save('me', before, 0);
    const answer = page.open(standingOf(page.server.view()));
    answer.edit({ half: HALF });
    await page.pass(PAUSE);
    return { page, answer };
  }

  it('is kept in the browser and never sent, and the one on the server stays', async () => {
    const { page, answer } = await begun();
    expect(page.sent).toEqual([]);
    expect(page.draft?.half?.typed).toEqual(HALF);
    expect(answer.situation()).toMatchObject({ state: 'half', half: HALF, content: before, server: { version: 1 } });
    expect(answer.unacknowledged).toBe(false);
  });

  it('is there again after a reload', async () => {
    const { page } = await begun();
    const reopened = page.open(standingOf(page.server.view()));
    if (!page.draft) throw new Error('nothing was kept');
    reopened.adopt(page.draft);
    await turns();
    expect(reopened.situation()).toMatchObject({ state: 'half', half: HALF });
    expect(page.draft?.half?.typed).toEqual(HALF);
  });

  it('does not hold back the other fields, and outlives their being saved', async () => {
    const { page, answer } = await begun();
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    expect(page.server.view()).toMatchObject({ answer: before.answer, note: 'a' });
    expect(answer.situation()).toMatchObject({ state: 'half', half: HALF });
    expect(page.draft?.half?.typed).toEqual(HALF);
  });

  it('is gone once it is whole, or dropped', async () => {
    const { page, answer } = await begun();
    answer.edit({ answer: { numerator: 18, denominator: 20 }, half: null });
    await page.pass(PAUSE);
    expect([answer.situation().state, answer.situation().half, page.draft]).toEqual(['saved', null, null]);
    answer.edit({ half: HALF });
    answer.edit({ half: null });
    await turns();
    expect([answer.situation().state, page.draft, page.sent.length]).toEqual(['saved', null, 1]);
  });

  it('stays in its fields when somebody else changes the answer, and both are shown once it is whole', async () => {
    const { page, answer } = await begun();
    page.server.save('other', contentOf({ answer: { numerator: 5, denominator: 6 } }), 1);
    answer.refresh(standingOf(page.server.view()));
    await turns();
    expect(answer.situation()).toMatchObject({ state: 'half', half: HALF, server: { content: { answer: { numerator: 5 } }, updatedBy: 'other' } });
    answer.edit({ note: 'a' });
    await page.pass(PAUSE);
    expect(page.server.view()).toMatchObject({ answer: { numerator: 5, denominator: 6 }, note: 'a' });
    answer.edit({ answer: { numerator: 18, denominator: 20 }, half: null });
    await page.pass(PAUSE);
    expect(answer.situation()).toMatchObject({ state: 'conflict', conflict: { fields: ['answer'] }, content: { answer: { numerator: 18 } } });
    expect(page.server.view()?.answer).toEqual({ numerator: 5, denominator: 6 });
  });

  it('meets the other answer also when it became whole while a request was under way', async () => {
    const { page, answer } = await begun();
    page.server.save('other', contentOf({ answer: { numerator: 5, denominator: 6 } }), 1);
    answer.refresh(standingOf(page.server.view()));
    page.slow = true;
    answer.edit({ note: 'a' });
    answer.flush();
    await turns();
    answer.edit({ answer: { numerator: 18, denominator: 20 }, half: null });
    await page.letThrough();
    expect(answer.situation()).toMatchObject({ state: 'conflict', conflict: { fields: ['answer'] } });
    answer.resolve('answer', 'mine');
    await turns();
    await page.letThrough();
    expect(page.server.view()).toMatchObject({ answer: { numerator: 18, denominator: 20 }, note: 'a' });
  });

  it('of another page stands beside the one that is typed here', async () => {
    const { page, answer } = await begun();
    if (!page.draft) throw new Error('nothing was kept');
    answer.adopt({ ...page.draft, half: { typed: { texts: { numerator: '9', denominator: '' } }, over: null } });
    await turns();
    expect(answer.situation()).toMatchObject({ half: HALF, setAside: [{ field: 'answer', half: { texts: { numerator: '9' } } }] });
    answer.adopt(page.draft);
    expect(answer.situation().setAside).toHaveLength(1);
  });
});

describe('two people at one criterion', () => {
  const standing = (page: Page): StandingAnswer => {
    const view = page.server.view();
    if (!view) throw new Error('nothing stands');
    return { content: contentOf({ answer: view.answer, note: view.note, evidenceExplanation: view.evidenceExplanation }), version: view.version, updatedAt: view.updatedAt, updatedBy: view.updatedBy };
  };

  async function met(mine: Partial<typeof NO_CONTENT>, theirs: Partial<typeof NO_CONTENT>): Promise<{ readonly page: Page; readonly answer: AnswerAutosave }> {
    const page = new Page();
    page.server.save('other', contentOf({ note: 'đầu' }), 0);
    const answer = page.open(standing(page));
    answer.edit(mine);
    page.server.save('other', contentOf({ note: 'đầu', ...theirs }), 1);
    await page.pass(PAUSE);
    return { page, answer };
  }

  it('who changed different fields both have their way, without being asked', async () => {
    const { page, answer } = await met({ note: 'của tôi' }, { answer: { points: 1 } });
    expect(page.server.view()).toMatchObject({ note: 'của tôi', answer: { points: 1 }, updatedBy: 'me' });
    expect(answer.situation()).toMatchObject({ state: 'saved', conflict: null, taken: ['answer'] });
  });

  it('who typed the same are not asked either', async () => {
    const { answer } = await met({ note: 'như nhau' }, { note: 'như nhau' });
    expect(answer.situation()).toMatchObject({ state: 'saved', conflict: null });
  });

  it('who changed the same field are shown both, and nothing is sent before one is chosen', async () => {
    const { page, answer } = await met({ note: 'của tôi' }, { note: 'của họ' });
    await page.pass(600_000);
    expect(answer.situation()).toMatchObject({
      state: 'conflict',
      content: { note: 'của tôi' },
      conflict: { fields: ['note'], theirs: { content: { note: 'của họ' }, updatedBy: 'other' } },
    });
    expect(page.server.revisions).toHaveLength(2);
    expect(page.draft?.content.note).toBe('của tôi');
  });

  it('mine chosen goes to the server, theirs stays readable until it is let go', async () => {
    const { page, answer } = await met({ note: 'của tôi' }, { note: 'của họ' });
    answer.resolve('note', 'mine');
    await turns();
    expect(page.server.view()?.note).toBe('của tôi');
    const [aside] = answer.situation().setAside;
    expect(aside).toMatchObject({ field: 'note', side: 'theirs', content: { note: 'của họ' }, by: 'other' });
    expect(page.draft?.setAside).toHaveLength(1);
    if (aside) answer.dismiss(aside);
    await turns();
    expect(page.draft).toBeNull();
  });

  it('theirs chosen stands, mine stays readable', async () => {
    const { page, answer } = await met({ note: 'của tôi', evidenceExplanation: 'x' }, { note: 'của họ' });
    answer.resolve('note', 'theirs');
    await turns();
    expect(page.server.view()).toMatchObject({ note: 'của họ', evidenceExplanation: 'x' });
    expect(answer.situation().setAside).toMatchObject([{ side: 'mine', content: { note: 'của tôi' } }]);
  });

  it('a conflict that was not settled is there again after a reload', async () => {
    const { page } = await met({ note: 'của tôi' }, { note: 'của họ', answer: { points: 1 } });
    const left = page.draft;
    const reopened = page.open(standing(page));
    if (!left) throw new Error('nothing was kept');
    reopened.adopt(left);
    expect(reopened.situation()).toMatchObject({ state: 'conflict', content: { note: 'của tôi', answer: { points: 1 } }, conflict: { fields: ['note'] } });
  });

  it('a field that only the other one changed follows them while nothing is typed', async () => {
    const page = new Page();
    const answer = page.open();
    page.server.save('other', contentOf({ note: 'mới' }), 0);
    answer.refresh(standing(page));
    await turns();
    expect(answer.situation()).toMatchObject({ state: 'saved', content: { note: 'mới' }, taken: [] });
  });
});
