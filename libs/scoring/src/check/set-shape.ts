import { DECIMALS } from '../exact/decimal';
import { isNodeCode } from './node-code';
import { ruleShape } from './rule-shape';
import { anyText, type Check, identifier, list, numeric, oneOf, quoted, record, text, trueOrFalse, whole } from './shape';

const decimals = whole({ min: 0, max: DECIMALS });

export const roundingShape: Check = record({}, { points: decimals, index: decimals });
export const gradesShape: Check = list(record({ name: text, from: numeric({ min: 0, max: 100 }) }));
export const rankingShape: Check = record({}, { by: oneOf('exact', 'rounded'), tieBreak: list(text) });

const nodeCode: Check = (value, at) =>
  text(value, at) && (isNodeCode(value as string) || at.error('code.invalid', { code: quoted(value) }));

/** The tree is looked at node by node, in `outline`; here it only has to be there. */
const elsewhere: Check = () => true;

export const setShape: Check = record(
  {
    format: oneOf('par-criteria-set/1'),
    code: identifier,
    title: text,
    year: whole({ min: 1900, max: 2200 }),
    appliesTo: identifier,
    criteria: elsewhere,
  },
  {
    legalBasis: anyText,
    rounding: roundingShape,
    withoutSurvey: oneOf('zero', 'exclude'),
    ranking: rankingShape,
    grades: gradesShape,
  },
);

/** Checks of single fields, which `outline` asks again of the fields that it reads. */
export const fieldShapes = {
  code: nodeCode,
  title: text,
  // So that the sums of a whole tree stay exact in a double.
  max: numeric({ min: 0, max: 1_000_000 }),
  section: oneOf('scored', 'bonus', 'penalty'),
  combine: oneOf('sum', 'all', 'best'),
  source: oneOf('self', 'survey', 'appraiser', 'imported'),
  rule: ruleShape,
} satisfies Record<string, Check>;

const { code, title, max, section, combine, source, rule } = fieldShapes;
const nodeRequired = { code, title, max };
const nodeOptional = { section, appraiser: identifier, legalBasis: anyText };
const leafOptional = {
  source,
  whenNotApplicable: oneOf('forbidden', 'exclude', 'full'),
  evidence: record({}, { required: trueOrFalse, hint: anyText }),
  guidance: anyText,
};
const parentRequired = { children: elsewhere };
const parentOptional = { combine };

export const leafShape: Check = record({ ...nodeRequired, rule }, { ...nodeOptional, ...leafOptional });
export const parentShape: Check = record({ ...nodeRequired, ...parentRequired }, { ...nodeOptional, ...parentOptional });

/** For a node that wrongly has both: what belongs to either is not called unknown on top of that. */
export const mixedShape: Check = record(
  { ...nodeRequired, ...parentRequired, rule },
  { ...nodeOptional, ...parentOptional, ...leafOptional },
);
/** For a node that has neither: what belongs to either is not called unknown on top of that. */
export const bareShape: Check = record(nodeRequired, { ...nodeOptional, ...parentOptional, ...leafOptional });
