import { type CriteriaSet, fieldInWords, type MergeConflict, mergeSets, ruleInWords, type Rule } from '@par-index/scoring';
import { numberInWords } from '../../../../ui/format/number-words';
import { type Fields, isFields } from '../draft/fields';
import type { Choices, DraftConflict, Merged, Versions } from './draft-ports';

/** Brings drafts together as the library does, with its conflicts in words. */
export function mergeDrafts({ base, mine, theirs }: Versions, choices: Choices = {}): Merged {
  const merged = mergeSets(asSet(base), asSet(mine), asSet(theirs), choices);
  return { set: merged.set as unknown as Fields, conflicts: merged.conflicts.filter(({ key }) => !(key in choices)).map(inWords) };
}

const asSet = (set: Fields): CriteriaSet => set as unknown as CriteriaSet;

function inWords({ key, kind, code, title, field, mine, theirs, stands }: MergeConflict): DraftConflict {
  const node = code === null ? $localize`Bộ tiêu chí` : `${code} «${title}»`;
  const place = `${node} · ${KINDS[kind](field ?? '')}`;
  return { key, place, stands, mine: sideInWords(kind, mine), theirs: sideInWords(kind, theirs) };
}

const KINDS: Readonly<Record<MergeConflict['kind'], (field: string) => string>> = {
  field: (field) => fieldInWords(field.slice(field.lastIndexOf('.') + 1)),
  removed: () => $localize`xóa hay giữ`,
  place: () => $localize`vị trí trong cây`,
  order: () => $localize`thứ tự các thành phần`,
};

function sideInWords(kind: MergeConflict['kind'], value: unknown): string {
  if (kind === 'removed') {
    return value === undefined ? $localize`xóa tiêu chí` : $localize`giữ và sửa tiêu chí`;
  }
  return valueInWords(value);
}

/** Anything that a field can hold, for a person to compare. */
export function valueInWords(value: unknown): string {
  if (value === undefined || value === null || value === '') {
    return $localize`(để trống)`;
  }
  if (typeof value === 'number') {
    return numberInWords(value);
  }
  if (typeof value === 'boolean') {
    return value ? $localize`có` : $localize`không`;
  }
  if (Array.isArray(value)) {
    return value.map(valueInWords).join('; ');
  }
  return isFields(value) ? partInWords(value) : String(value);
}

function partInWords(part: Fields): string {
  const rule = ruleWords(part);
  if (rule !== null) {
    return rule;
  }
  const said = Object.entries(part).filter(([name]) => name !== 'id');
  return said.map(([name, value]) => (name === 'label' || name === 'name' ? valueInWords(value) : `${fieldInWords(name)} ${valueInWords(value)}`)).join(', ');
}

/** Null where it is no rule, or one that is not finished. */
function ruleWords(part: Fields): string | null {
  try {
    return typeof part['kind'] === 'string' ? ruleInWords(part as unknown as Rule, 0).join('; ') : null;
  } catch {
    return null;
  }
}
