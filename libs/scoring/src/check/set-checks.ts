import type { Grade } from '../model/criteria-set';
import type { NodeOutline } from './outline';
import { sumOfMaxima } from './node-checks';
import type { Place } from './place';

/** The maxima of the scored section usually make 100. A set may differ (an extract of a decision), so this only warns. */
export function checkTotal(nodes: readonly NodeOutline[], at: Place): void {
  const top = nodes.filter(({ parent }) => parent === null);
  if (top.some(({ section }) => section === null)) return;
  const total = sumOfMaxima(top.filter(({ section }) => section === 'scored'));
  if (total !== null && total !== 100) at.member('criteria').warning('total.not-hundred', { total });
}

/** Highest first: the first grade whose `from` is reached is the one given. */
export function checkGrades(grades: readonly Grade[], at: Place): void {
  const names = new Set<string>();
  grades.forEach(({ name, from }, index) => {
    const previous = grades[index - 1];
    if (previous !== undefined && from >= previous.from) {
      at.member(index).member('from').error('grades.out-of-order', { name, from, previous: previous.name, previousFrom: previous.from });
    }
    if (names.has(name)) at.member(index).member('name').error('grades.doubled', { name });
    names.add(name);
  });
}

export function checkTieBreak(codes: readonly string[], nodes: readonly NodeOutline[], at: Place): void {
  const known = new Set(nodes.map(({ code }) => code));
  const said = new Set<string>();
  codes.forEach((code, index) => {
    if (!known.has(code)) at.member(index).error('ranking.unknown-code', { code });
    else if (said.has(code)) at.member(index).warning('ranking.doubled-code', { code });
    said.add(code);
  });
}
