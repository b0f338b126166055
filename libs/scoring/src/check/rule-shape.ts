import type { RuleKind } from '../model/rule';
import { anyText, type Check, identifier, isRecord, list, listById, numeric, oneOf, record, text, variant } from './shape';
import type { Place } from './place';

const notNegative = numeric({ min: 0 });
const anyNumber = numeric();
const percent = numeric({ min: 0, max: 100 });

const measureShapes = {
  ratio: record({ type: text, numerator: text, denominator: text }, { max: numeric({ above: 0 }) }),
  number: record({ type: text, label: text, unit: anyText }, { min: anyNumber, max: anyNumber }),
  growth: record({ type: text, current: text, previous: text }),
};
const measure = variant('type', measureShapes);

const pointsOption = record({ id: identifier, label: text, points: notNegative });
const tallyItem = record({ id: identifier, label: text, points: notNegative }, { cap: notNegative });
const surveyOption = record({ id: identifier, label: text, percent });
const bestOfCase = record({ id: identifier, label: text, rule: (value, at) => ruleShape(value, at) });

const bandFields = record(
  {},
  {
    from: anyNumber,
    above: anyNumber,
    upTo: anyNumber,
    below: anyNumber,
    points: notNegative,
    proportional: oneOf(true),
    linear: record({ from: notNegative, to: notNegative }),
  },
);

const band: Check = (value, at) => {
  const fieldsFit = bandFields(value, at);
  return isRecord(value) ? bandChoosesOnce((field) => Object.hasOwn(value, field), at) && fieldsFit : false;
};

/** One lower edge and one upper edge at most, and exactly one way to give points. */
function bandChoosesOnce(has: (field: string) => boolean, at: Place): boolean {
  const awards = ['points', 'proportional', 'linear'].filter(has).length;
  return [
    !(has('from') && has('above')) || at.error('bands.two-lower-edges', {}),
    !(has('upTo') && has('below')) || at.error('bands.two-upper-edges', {}),
    awards > 0 || at.error('bands.no-points', {}),
    awards < 2 || at.error('bands.several-points', {}),
  ].every(Boolean);
}

const givenAnswer: Check = (value, at) => isRecord(value) || at.error('set.not-an-object', {});
const examples = list(record({ given: givenAnswer, expected: notNegative }));

type Members = Readonly<Record<string, Check>>;
const ruleOf = (required: Members, optional: Members = {}): Check => record({ kind: text, ...required }, { ...optional, examples });

const ruleShapes = {
  choice: ruleOf({ options: listById(pointsOption) }),
  checklist: ruleOf({ items: listById(pointsOption) }, { award: oneOf('sum', 'all') }),
  proportional: ruleOf({ measure }, { target: numeric({ above: 0 }), zeroBelow: anyNumber }),
  bands: ruleOf({ measure, bands: list(band, 1) }),
  tally: ruleOf({ start: oneOf('zero', 'max'), items: listById(tallyItem) }),
  survey: ruleOf({ options: listById(surveyOption) }),
  direct: ruleOf({}, { min: notNegative, step: numeric({ above: 0 }) }),
  bestOf: ruleOf({ cases: listById(bestOfCase) }),
  relative: ruleOf({ measure }),
} satisfies Record<RuleKind, Check>;

/** A rule of one of the nine kinds, with its measure: every field known, every number in its range. */
export const ruleShape: Check = variant('kind', ruleShapes);
