import { DECIMALS } from '../exact/decimal';
import type { CriteriaSet } from '../model/criteria-set';
import type { Finding } from '../model/finding';
import { adviseOnAnswerers } from './answerable-advice';
import { type CheckedSet, checkCriteriaSet } from './check-criteria-set';
import { outlineOf } from './outline';
import { Place } from './place';
import { adviseOnReach } from './reach-advice';
import { roundingShape } from './set-shape';
import { isRecord, soundMember } from './shape';
import { adviseOnTitles } from './title-advice';
import { adviseOnWording } from './wording-advice';

/**
 * What nobody can have meant in a document, beyond what `checkCriteriaSet` refuses: points out of reach, rules that nobody can answer, titles
 * that say the same, a wording that disagrees with its numbers. Reads what it can of a broken document. Never throws, whatever the JSON.
 *
 * @example
 * adviceOn(set).map(({ code, pointer }) => `${code} ${pointer}`); // ['title.doubled /criteria/0/children/2/title']
 */
export function adviceOn(document: unknown): readonly Finding[] {
  if (!isRecord(document) || !Object.hasOwn(document, 'criteria')) return [];
  const findings: Finding[] = [];
  const nodes = outlineOf(document['criteria'], Place.root(findings).member('criteria'));
  const ofShape = findings.length;
  const rounding = soundMember<NonNullable<CriteriaSet['rounding']>>(document, 'rounding', roundingShape, {});
  adviseOnTitles(nodes);
  for (const node of nodes) {
    adviseOnAnswerers(node);
    adviseOnReach(node, rounding.points ?? DECIMALS);
    adviseOnWording(node);
  }
  return findings.slice(ofShape);
}

/** Both: everything that `checkCriteriaSet` and `adviceOn` find. `set` is null when any finding is an error: what may be published. */
export function reviewCriteriaSet(document: unknown): CheckedSet {
  const checked = checkCriteriaSet(document);
  const findings = [...checked.findings, ...adviceOn(document)];
  const refused = findings.some(({ severity }) => severity === 'error');
  return { findings, set: refused ? null : checked.set };
}
