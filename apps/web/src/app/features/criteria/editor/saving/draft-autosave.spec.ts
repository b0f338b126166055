import type { Fields } from '../draft/fields';
import { leaf, smallDraft } from '../draft/small-draft.fixture';
import { nodeAt, withNode } from '../draft/node-path';
import { DraftAutosave } from './draft-autosave';
import type { DraftPorts, KeptDraft, SendOutcome, StandingDraft } from './draft-ports';
import { mergeDrafts } from './merge-drafts';

/** A server with one draft, and a clock that is turned by hand. */
class World {
  standing: StandingDraft = { set: smallDraft(), version: 1, savedBy: 'Lan' };
  reachable = true;
  refuses: string | null = null;
  kept: KeptDraft | null = null;
  shown: Fields = this.standing.set;
  readonly brought: string[] = [];
  private timers: { readonly at: number; readonly step: () => void }[] = [];
  private now = 0;
  readonly ports: DraftPorts = {
    send: (set, version) => Promise.resolve(this.take(set, version)),
    merge: mergeDrafts,
    later: (milliseconds, step) => {
      const timer = { at: this.now + milliseconds, step };
      this.timers = [...this.timers, timer];
      return () => (this.timers = this.timers.filter((other) => other !== timer));
    },
    keep: (kept) => (this.kept = kept),
    forget: () => (this.kept = null),
    brought: (set, _bring, by) => {
      this.shown = set;
      this.brought.push(by);
    },
    changed: () => undefined,
  };

  open(): DraftAutosave {
    return new DraftAutosave(this.standing, this.ports);
  }

  /** Somebody else saves. */
  other(change: (set: Fields) => Fields): void {
    this.standing = { set: change(this.standing.set), version: this.standing.version + 1, savedBy: 'Hạnh' };
  }

  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    due.forEach(({ step }) => step());
    await new Promise((resolve) => setTimeout(resolve));
  }

  private take(set: Fields, version: number): SendOutcome {
    if (!this.reachable) {
      return { kind: 'unreachable', reason: 'mạng' };
    }
    if (this.refuses !== null) {
      return { kind: 'refused', reason: this.refuses };
    }
    if (version !== this.standing.version) {
      return { kind: 'stale', current: this.standing };
    }
    this.standing = { set, version: version + 1, savedBy: 'tôi' };
    return { kind: 'saved', version: version + 1 };
  }
}

const retitle = (path: readonly number[], title: string) => (set: Fields): Fields => withNode(set, path, (node) => ({ ...node, title }));
const titleAt = (set: Fields, path: readonly number[]): unknown => nodeAt(set, path)?.['title'];

describe('a draft that saves itself', () => {
  it('is sent after a pause, kept until then, and forgotten when it has arrived', async () => {
    const world = new World();
    const autosave = world.open();
    autosave.edit(retitle([0], 'Mới')(smallDraft()));
    expect([autosave.state, autosave.unacknowledged, world.kept?.baseVersion]).toEqual(['saving', true, 1]);
    await world.pass(700);
    expect([autosave.state, autosave.unacknowledged, world.kept, titleAt(world.standing.set, [0])]).toEqual(['saved', false, null, 'Mới']);
  });

  it('sends what was typed while a request was under way after it', async () => {
    const world = new World();
    const autosave = world.open();
    autosave.edit(retitle([0], 'M')(smallDraft()));
    const under = world.pass(700);
    autosave.edit(retitle([0], 'Mới')(smallDraft()));
    await under;
    expect(titleAt(world.standing.set, [0])).toBe('M');
    await world.pass(700);
    expect([titleAt(world.standing.set, [0]), world.standing.version]).toEqual(['Mới', 3]);
  });

  it('takes what was taken back for nothing to send', async () => {
    const world = new World();
    const autosave = world.open();
    autosave.edit(retitle([0], 'Mới')(smallDraft()));
    autosave.edit(smallDraft());
    await world.pass(1_000);
    expect([autosave.state, world.standing.version, world.kept]).toEqual(['saved', 1, null]);
  });

  it('loses no word of two who edit at the same time', async () => {
    const world = new World();
    const [one, other] = [world.open(), world.open()];
    one.edit(retitle([0, 0], 'Của một')(smallDraft()));
    other.edit(retitle([1, 0], 'Của hai')(smallDraft()));
    await world.pass(700);
    await world.pass(0);
    expect([titleAt(world.standing.set, [0, 0]), titleAt(world.standing.set, [1, 0])]).toEqual(['Của một', 'Của hai']);
    expect([one.state, other.state]).toEqual(['saved', 'saved']);
  });

  it('shows what others have saved when it is read anew', () => {
    const world = new World();
    const autosave = world.open();
    world.other(retitle([1], 'Của Hạnh'));
    autosave.refresh(world.standing);
    expect([titleAt(world.shown, [1]), world.brought, autosave.state, autosave.knownVersion]).toEqual(['Của Hạnh', ['Hạnh'], 'saved', 2]);
  });

  it('waits for a person where both changed the same, and keeps my side meanwhile', async () => {
    const world = new World();
    const autosave = world.open();
    autosave.edit(retitle([0], 'Của tôi')(smallDraft()));
    world.other(retitle([0], 'Của Hạnh'));
    await world.pass(700);
    expect([autosave.state, autosave.conflicts.map(({ mine, theirs }) => [mine, theirs])]).toEqual(['conflict', [['Của tôi', 'Của Hạnh']]]);
    expect(autosave.conflicts[0]?.place).toContain('tên');
    expect(titleAt(world.kept?.set ?? {}, [0])).toBe('Của tôi');
    autosave.edit(retitle([1], 'Gõ thêm')(world.shown));
    expect([titleAt(world.kept?.set ?? {}, [0]), titleAt(world.kept?.set ?? {}, [1])]).toEqual(['Của tôi', 'Gõ thêm']);
    await world.pass(5_000);
    expect(world.standing.version).toBe(2);
    autosave.resolve(autosave.conflicts[0]?.key ?? '', 'mine');
    await world.pass(0);
    expect([titleAt(world.standing.set, [0]), titleAt(world.standing.set, [1]), autosave.state]).toEqual(['Của tôi', 'Gõ thêm', 'saved']);
  });

  it('takes their side where that is chosen', async () => {
    const world = new World();
    const autosave = world.open();
    autosave.edit(retitle([0], 'Của tôi')(smallDraft()));
    world.other(retitle([0], 'Của Hạnh'));
    await world.pass(700);
    autosave.resolve(autosave.conflicts[0]?.key ?? '', 'theirs');
    await world.pass(0);
    expect([titleAt(world.standing.set, [0]), titleAt(world.shown, [0]), autosave.state, world.kept]).toEqual(['Của Hạnh', 'Của Hạnh', 'saved', null]);
  });

  it('keeps what is typed without a network, and sends it when the network is back', async () => {
    const world = new World();
    const autosave = world.open();
    world.reachable = false;
    autosave.edit(retitle([0], 'Ngoại tuyến')(smallDraft()));
    await world.pass(700);
    expect([autosave.state, titleAt(world.kept?.set ?? {}, [0])]).toEqual(['unsent', 'Ngoại tuyến']);
    world.reachable = true;
    autosave.wake();
    await world.pass(0);
    expect([autosave.state, titleAt(world.standing.set, [0])]).toEqual(['saved', 'Ngoại tuyến']);
  });

  it('tries again by itself, later each time', async () => {
    const world = new World();
    const autosave = world.open();
    world.reachable = false;
    autosave.edit(retitle([0], 'x')(smallDraft()));
    await world.pass(700);
    await world.pass(2_000);
    world.reachable = true;
    await world.pass(3_999);
    expect(autosave.state).toBe('unsent');
    await world.pass(1);
    expect(autosave.state).toBe('saved');
  });

  it('takes up what a page that is gone has left, together with what others have saved since', async () => {
    const world = new World();
    const gone = world.open();
    gone.edit(retitle([0], 'Gõ trước khi tắt máy')(smallDraft()));
    const left = world.kept;
    world.other(retitle([1], 'Của Hạnh'));
    const autosave = world.open();
    autosave.adopt(left ?? { set: {}, base: {}, baseVersion: 0 });
    await world.pass(0);
    expect([titleAt(world.standing.set, [0]), titleAt(world.standing.set, [1]), autosave.state]).toEqual(['Gõ trước khi tắt máy', 'Của Hạnh', 'saved']);
  });

  it('says why the server will not have it, and goes on with the next change', async () => {
    const world = new World();
    const autosave = world.open();
    world.refuses = 'Quá nhiều tiêu chí.';
    autosave.edit(retitle([0], 'x')(smallDraft()));
    await world.pass(700);
    expect([autosave.state, autosave.reason]).toEqual(['held', 'Quá nhiều tiêu chí.']);
    world.refuses = null;
    autosave.edit(retitle([0], 'xy')(smallDraft()));
    await world.pass(700);
    expect([autosave.state, autosave.reason]).toEqual(['saved', null]);
  });

  it('brings a new node of each together, each under a number of its own', async () => {
    const world = new World();
    const autosave = world.open();
    const adding = (title: string) => (set: Fields): Fields => withNode(set, [1], (node) => ({ ...node, children: [leaf('2.1', 40), { ...leaf('2.2', 0), title }] }));
    autosave.edit(adding('Của tôi')(smallDraft()));
    world.other(adding('Của Hạnh'));
    await world.pass(700);
    await world.pass(0);
    expect(JSON.stringify(world.standing.set)).toMatch(/Của Hạnh.*Của tôi|Của tôi.*Của Hạnh/);
  });
});
