import fc from 'fast-check';
import { NO_CONTENT, sameContent, sameValue } from './answer-content';
import { CODES, Device, type Fault, partOf, World } from './autosave-devices.fixture';
import { turns } from './autosave-world.fixture';

const MINUTE = 60_000;

type Move =
  | { readonly move: 'write'; readonly on: number; readonly code: string; readonly field: 'note' | 'evidenceExplanation' }
  | { readonly move: 'count' | 'tick'; readonly on: number; readonly row: string }
  | { readonly move: 'state' | 'begin' | 'leave' | 'crash' | 'back' | 'lock'; readonly on: number }
  | { readonly move: 'network' | 'away'; readonly on: number; readonly fault: Fault }
  | { readonly move: 'choose'; readonly on: number; readonly side: 'mine' | 'theirs' }
  | { readonly move: 'echo'; readonly on: number; readonly index: number }
  | { readonly move: 'wait'; readonly milliseconds: number };

const on = fc.nat({ max: 2 });
const row = fc.constantFrom('a', 'b', 'c');
const fault = fc.constantFrom<Fault>('none', 'none', 'lost-request', 'lost-answer', 'twice');
const alone = fc.constantFrom('state' as const, 'begin' as const, 'leave' as const, 'crash' as const, 'back' as const, 'back' as const);

/** Offline for anything between a moment and half an hour. */
const MOVES: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constant('write' as const), on, code: fc.constantFrom(...CODES), field: fc.constantFrom('note' as const, 'evidenceExplanation' as const) }) },
  { weight: 4, arbitrary: fc.record({ move: fc.constantFrom('count' as const, 'tick' as const), on, row }) },
  { weight: 4, arbitrary: fc.record({ move: alone, on }) },
  { weight: 6, arbitrary: fc.record({ move: fc.constant('network' as const), on, fault }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('away' as const), on, fault }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('choose' as const), on, side: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('echo' as const), on, index: fc.nat({ max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ move: fc.constant('wait' as const), milliseconds: fc.constantFrom(300, 700, 5_000, MINUTE, 12 * MINUTE, 30 * MINUTE) }) },
);
/** The close falls somewhere in between. */
const WITH_CLOSE = fc.oneof({ weight: 20, arbitrary: MOVES }, { weight: 1, arbitrary: fc.record({ move: fc.constant('lock' as const), on }) });

/** Long ones: what goes wrong needs several things to fall together. */
const plays = (moves: fc.Arbitrary<Move>) => fc.array(moves, { minLength: 5, maxLength: 60, size: 'max' });

interface Played {
  readonly world: World;
  readonly devices: readonly Device[];
}

/** Two devices of one officer and one of another. */
async function play(moves: readonly Move[], after: (played: Played) => void): Promise<Played> {
  const world = new World();
  const devices = [new Device('an ở cơ quan ', 'an', world), new Device('an ở nhà ', 'an', world), new Device('bình ', 'bình', world)];
  for (const device of devices) await device.open();
  for (const [step, move] of moves.entries()) {
    await make(move, step + 1, { world, devices });
    after({ world, devices });
  }
  return { world, devices };
}

async function make(move: Move, step: number, { world, devices }: Played): Promise<void> {
  if (move.move === 'wait') {
    world.time.pass(move.milliseconds);
    await turns();
    return;
  }
  const device = devices[move.on];
  if (device) await act(device, move, step);
  world.locked ||= move.move === 'lock';
}

async function act(device: Device, move: Exclude<Move, { readonly move: 'wait' }>, step: number): Promise<void> {
  switch (move.move) {
    case 'write':
      return device.write(move.code, move.field, `${device.name}${step}`);
    case 'count':
      return device.count(move.row, step);
    case 'tick':
      return device.tick(move.row);
    case 'state':
      return device.state(step);
    case 'begin':
      return device.begin(`${step}x`);
    case 'leave':
      return device.leaveField();
    case 'crash':
      return device.open();
    case 'away':
      return device.goOffline(move.fault);
    case 'back':
      return device.comeBack();
    case 'network':
      return device.online ? device.settle(move.fault) : undefined;
    case 'choose':
      return device.choose(move.side);
    case 'echo':
      return device.echo(move.index);
    default:
      return undefined;
  }
}

function lostOn(device: Device): readonly string[] {
  return [...device.typed.values()].filter((typed) => device.placesOf(typed).length === 0).map(({ code, part, value }) => `${code} ${part} ${JSON.stringify(value)}`);
}

async function comeHome({ devices }: Played): Promise<void> {
  for (const device of devices) await device.comeBack();
  for (let round = 0; round < 6; round += 1) {
    for (const device of devices) await device.comeToRest();
  }
}

/** The same move by somebody who writes into a row and a note of their own alone. */
function ownPart(move: Move): readonly Move[] {
  if (move.move === 'count') return [{ ...move, row: ['a', 'b', 'c'][move.on] ?? 'a' }];
  if (move.move === 'write') return [{ ...move, code: CODES[move.on] ?? '' }];
  return move.move === 'tick' || move.move === 'state' || move.move === 'begin' ? [] : [move];
}

const nothing = () => undefined;

describe('half an hour without a network, on two devices and beside somebody else', () => {
  it('at every moment, what was last typed is on the server, in its history, on a page, among the drafts or set aside', async () => {
    await fc.assert(
      fc.asyncProperty(plays(WITH_CLOSE), async (moves) => {
        await play(moves, ({ devices }) => expect(devices.map(lostOn)).toEqual([[], [], []]));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('what a page calls saved is what the server has acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(plays(WITH_CLOSE), async (moves) => {
        await play(moves, ({ world, devices }) => {
          for (const device of devices) {
            for (const code of CODES) {
              const situation = device.situation(code);
              if (situation?.state !== 'saved' || situation.server.version === 0) continue;
              const acknowledged = world.history(code)[situation.server.version - 1];
              expect(acknowledged && sameContent(acknowledged, situation.content)).toBe(true);
            }
          }
        });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('once all are back and have chosen, everybody sees the same, nothing waits, and every last word is to be found', async () => {
    await fc.assert(
      fc.asyncProperty(plays(MOVES), async (moves) => {
        const played = await play(moves, nothing);
        await comeHome(played);
        for (const device of played.devices) {
          expect([device.waiting(), lostOn(device)]).toEqual([[], []]);
          await device.comeBack();
        }
        for (const code of CODES) {
          const [first, ...others] = played.devices.map((device) => device.situation(code)?.content);
          for (const other of others) expect(other).toEqual(first);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('an answer that was typed by half stands in its fields or is set aside, also after a crash', async () => {
    await fc.assert(
      fc.asyncProperty(plays(MOVES), async (moves) => {
        await play(moves, ({ devices }) => {
          for (const device of devices) {
            const half = device.half.get('ratio');
            if (half) expect(sameValue(device.situation('ratio')?.half, half)).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('where everybody keeps to a part of their own, nobody is ever asked and every part is as its writer left it', async () => {
    await fc.assert(
      fc.asyncProperty(plays(MOVES), async (moves) => {
        const own = moves.flatMap((move) => ownPart(move));
        const played = await play(own, ({ devices }) => {
          for (const device of devices) for (const code of CODES) expect(device.situation(code)?.conflict ?? null).toBeNull();
        });
        await comeHome(played);
        for (const typed of played.devices.flatMap((device) => [...device.typed.values()])) {
          expect(partOf(played.world.history(typed.code).at(-1) ?? NO_CONTENT, typed.part)).toEqual(typed.value);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('two who counted different rows of one tally while apart are both right, without being asked', async () => {
    const world = new World();
    const [one, other] = [new Device('an ', 'an', world), new Device('bình ', 'bình', world)];
    for (const device of [one, other]) await device.open();
    await one.goOffline('none');
    await one.count('a', 3);
    await one.write('tally', 'note', 'của an');
    await other.count('c', 5);
    await other.leaveField();
    await other.settle('none');
    world.time.pass(30 * MINUTE);
    await turns();
    await one.comeBack();
    await one.settle('none');
    expect(world.history('tally').at(-1)).toMatchObject({ answer: { counts: { a: 3, c: 5 } }, note: 'của an' });
    expect([one.situation('tally')?.conflict, one.waiting()]).toEqual([null, []]);
  });

  it('is sent in the order in which it was typed', async () => {
    const world = new World();
    const device = new Device('an ', 'an', world);
    await device.open();
    await device.goOffline('none');
    const order: string[] = [];
    world.servers.forEach((server, code) => {
      const { save } = server;
      server.save = (...given) => {
        order.push(code);
        return save.apply(server, given);
      };
    });
    for (const code of ['ratio', 'tally', 'ticks']) await device.write(code, 'note', code);
    await device.comeBack();
    for (const _ of CODES) await device.settle('none');
    expect(order).toEqual(['ratio', 'tally', 'ticks']);
  });
});
