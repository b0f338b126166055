import type { EntityManager } from 'typeorm';
import type { ChainCheck, CheckedLink, WaitingLine } from './chain-check';
import { LINE_TEXT } from './line-digest';
import type { ChainRepository } from './chain.repository';
import type { StoredSeal } from './seal-document';

interface SealedLink extends CheckedLink {
  readonly seal: number;
}

/** A part of the log as it stands, in the order in which it is checked. */
export type LogPart =
  | { readonly kind: 'seal'; readonly seal: StoredSeal; readonly links: readonly CheckedLink[] }
  | { readonly kind: 'waiting'; readonly lines: readonly WaitingLine[] }
  | { readonly kind: 'foreign'; readonly lines: readonly Pick<WaitingLine, 'eventId' | 'subjectId'>[] }
  | { readonly kind: 'register'; readonly subjects: readonly { readonly subjectId: string; readonly lines: number; readonly hash: string }[] };

/** Seals that are read at once, and lines after which no more are. */
const SEALS = 200;
const LINES = 20_000;

const LINKS = `
  select l.seal, l.event_id as "eventId", l.subject_id as "subjectId", l.position, encode(l.digest, 'hex') as digest, encode(l.hash, 'hex') as hash, ${LINE_TEXT} as line
  from audit_link l left join audit_event e on e.id = l.event_id
  where l.seal between $1 and $2 order by l.seal, l.subject_id, l.position`;

/** Links of no seal at all would be passed over: they are told with the foreign lines. */
const FOREIGN = `
  select e.id as "eventId", e.subject_id as "subjectId" from audit_event e
  where not exists (select from audit_link l join audit_seal s on s.number = l.seal where l.event_id = e.id)
    and not exists (select from audit_pending p where p.event_id = e.id)
  order by e.at, e.id limit 1000`;

const WAITING = `
  select p.number, p.event_id as "eventId", p.subject_id as "subjectId", encode(p.digest, 'hex') as digest, ${LINE_TEXT} as line
  from audit_pending p left join audit_event e on e.id = p.event_id where p.number > $1 order by p.number limit $2`;

/** The whole log, a few seals at a time. To be read in one transaction with one snapshot: what is written meanwhile is not in it. */
export async function* readLog(em: EntityManager, chains: ChainRepository): AsyncGenerator<LogPart> {
  let after = 0;
  for (let seals = await chains.listSeals(em, after, SEALS); seals.length > 0; seals = await chains.listSeals(em, after, SEALS)) {
    for (const batch of batches(seals)) {
      yield* sealParts(batch, await em.query(LINKS, [batch[0]?.number, batch.at(-1)?.number]));
    }
    after = seals.at(-1)?.number ?? after;
  }
  yield { kind: 'register', subjects: await chains.listSubjects(em) };
  yield* waitingParts(em);
  yield { kind: 'foreign', lines: await em.query(FOREIGN) };
}

/** After an upgrade it may be the whole log that waits. */
async function* waitingParts(em: EntityManager): AsyncGenerator<LogPart> {
  let last = '0';
  let lines: readonly (WaitingLine & { readonly number: string })[];
  do {
    lines = await em.query(WAITING, [last, LINES]);
    last = lines.at(-1)?.number ?? last;
    yield { kind: 'waiting', lines: lines.map(({ number: _number, ...line }) => line) };
  } while (lines.length === LINES);
}

/** Hands a part to the check. */
export function addPart(check: ChainCheck, part: LogPart): void {
  if (part.kind === 'seal') {
    check.add(part.seal, part.links);
  } else if (part.kind === 'waiting') {
    part.lines.forEach((line) => check.addWaiting(line));
  } else if (part.kind === 'foreign') {
    part.lines.forEach((line) => check.addForeign(line));
  } else {
    part.subjects.forEach((subject) => check.addRegistered(subject));
  }
}

/** Consecutive seals with about as many lines as are well read at once. */
function batches(seals: readonly StoredSeal[]): readonly (readonly StoredSeal[])[] {
  const found: StoredSeal[][] = [];
  let lines = LINES;
  for (const [index, seal] of seals.entries()) {
    lines += Math.max(1, seal.lines - (seals[index - 1]?.lines ?? seal.lines));
    if (lines > LINES) {
      found.push([]);
      lines = 0;
    }
    found.at(-1)?.push(seal);
  }
  return found;
}

function* sealParts(seals: readonly StoredSeal[], links: readonly SealedLink[]): Generator<LogPart> {
  const bySeal = new Map(seals.map(({ number }) => [number, [] as CheckedLink[]]));
  links.forEach(({ seal, ...link }) => bySeal.get(seal)?.push(link));
  for (const seal of seals) {
    yield { kind: 'seal', seal, links: bySeal.get(seal.number) ?? [] };
  }
}
