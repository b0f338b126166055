import { DECIMALS } from '../exact/decimal';
import type { CriteriaSet } from '../model/criteria-set';
import type { Finding } from '../model/finding';
import { checkNodes } from './node-checks';
import { outlineOf } from './outline';
import { Place } from './place';
import { checkGrades, checkTieBreak, checkTotal } from './set-checks';
import { gradesShape, rankingShape, roundingShape, setShape } from './set-shape';
import { isRecord, soundMember, type UnknownRecord } from './shape';

/** `set` is the document itself, null when any finding is an error. */
export interface CheckedSet {
  readonly findings: readonly Finding[];
  readonly set: CriteriaSet | null;
}

/**
 * Checks a document against `par-criteria-set/1`: every field of every level, and the rules under "Checks on a criteria set" in
 * docs/scoring-method.md. Everything wrong is found at once, each at its JSON pointer. Never throws, whatever JSON it is given.
 *
 * @example
 * checkCriteriaSet({ ...set, yaer: 2026 }).findings;
 * // [{ severity: 'error', code: 'set.unknown-field', pointer: '/yaer', params: { field: 'yaer' } }]
 */
export function checkCriteriaSet(document: unknown): CheckedSet {
  const findings: Finding[] = [];
  const at = Place.root(findings);
  setShape(document, at);
  if (isRecord(document)) checkParts(document, at);
  const refused = findings.some(({ severity }) => severity === 'error');
  return { findings, set: refused ? null : (document as CriteriaSet) };
}

function checkParts(set: UnknownRecord, at: Place): void {
  const rounding = soundMember<NonNullable<CriteriaSet['rounding']>>(set, 'rounding', roundingShape, {});
  const ranking = soundMember<NonNullable<CriteriaSet['ranking']>>(set, 'ranking', rankingShape, {});
  checkGrades(soundMember<NonNullable<CriteriaSet['grades']>>(set, 'grades', gradesShape, []), at.member('grades'));
  if (!Object.hasOwn(set, 'criteria')) return;
  const nodes = outlineOf(set['criteria'], at.member('criteria'));
  checkNodes(nodes, rounding.points ?? DECIMALS);
  if (nodes.length === 0) return;
  checkTieBreak(ranking.tieBreak ?? [], nodes, at.member('ranking').member('tieBreak'));
  checkTotal(nodes, at);
}
