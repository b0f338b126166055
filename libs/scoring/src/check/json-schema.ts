/** Where the schema is read by anybody; also its `$id`, relative to the server. */
export const CRITERIA_SET_SCHEMA_PATH = '/api/criteria-set.schema.json';

const text = { type: 'string', pattern: '\\S' } as const;
/** Names that every object has name nothing else. */
const NEVER = { enum: ['__proto__', 'constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf'] } as const;
const identifier = { type: 'string', maxLength: 200, pattern: '^\\S(?:.*\\S)?$', not: NEVER } as const;
const anyText = { type: 'string' } as const;
const anyNumber = { type: 'number' } as const;
const notNegative = { type: 'number', minimum: 0 } as const;
const percent = { type: 'number', minimum: 0, maximum: 100 } as const;
const decimals = { type: 'integer', minimum: 0, maximum: 4 } as const;
const nodeCode = { type: 'string', maxLength: 100, pattern: '^[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*$', not: NEVER } as const;
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const oneOf = (...values: readonly string[]) => ({ enum: values });

type Members = Readonly<Record<string, unknown>>;
const record = (required: Members, optional: Members = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const list = (items: unknown) => ({ type: 'array', minItems: 1, items });
const kind = (name: string, required: Members, optional: Members = {}) =>
  record({ kind: { const: name }, ...required }, { ...optional, examples: ref('examples') });

/** Told apart by one field; the field says which shape is held against it, so that what is wrong is said of that shape. */
const variant = (tag: string, shapes: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: [tag],
  properties: { [tag]: { enum: Object.keys(shapes) } },
  allOf: Object.entries(shapes).map(([name, then]) => ({ if: { properties: { [tag]: { const: name } }, required: [tag] }, then })),
});

const edges = { from: anyNumber, above: anyNumber, upTo: anyNumber, below: anyNumber };
const node = { code: nodeCode, title: text, max: { type: 'number', minimum: 0, maximum: 1_000_000 } };
const nodeOptional = { section: { enum: ['scored', 'bonus', 'penalty'] }, appraiser: identifier, legalBasis: anyText };
const measured = { measure: { $ref: '#/$defs/measure' } };

/** One lower edge and one upper edge at most, and one way to give points. */
const band = () => ({
  type: 'object',
  properties: { ...edges, points: notNegative, proportional: { const: true }, linear: record({ from: notNegative, to: notNegative }) },
  additionalProperties: false,
  oneOf: [{ required: ['points'] }, { required: ['proportional'] }, { required: ['linear'] }],
  allOf: [{ not: { required: ['from', 'above'] } }, { not: { required: ['upTo', 'below'] } }],
});

const option = () => record({ id: identifier, label: text, points: notNegative });

/**
 * JSON Schema (draft 2020-12) of `par-criteria-set/1`: its shape. What the fields mean for each other (sums of maxima, bands without a gap,
 * examples that come out) is checked by `POST /criteria-sets/check`. Numbers have at most 4 decimals, which a schema cannot say exactly.
 */
export function criteriaSetSchema(): Readonly<Record<string, unknown>> {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: CRITERIA_SET_SCHEMA_PATH, title: 'par-criteria-set/1', ...ofSet(), $defs: definitions() };
}

const ofSet = () =>
  record(
    {
      format: { const: 'par-criteria-set/1' },
      code: identifier,
      title: text,
      year: { type: 'integer', minimum: 1900, maximum: 2200 },
      appliesTo: identifier,
      criteria: list(ref('node')),
    },
    {
      legalBasis: anyText,
      rounding: record({}, { points: decimals, index: decimals }),
      withoutSurvey: oneOf('zero', 'exclude'),
      ranking: record({}, { by: oneOf('exact', 'rounded'), tieBreak: { type: 'array', items: text } }),
      grades: { type: 'array', items: record({ name: text, from: percent }) },
    },
  );

const definitions = () => ({
  node: { type: 'object', if: { required: ['children'] }, then: ref('parent'), else: ref('leaf') },
  parent: record({ ...node, children: list(ref('node')) }, { ...nodeOptional, combine: oneOf('sum', 'all', 'best') }),
  leaf: record(
    { ...node, rule: ref('rule') },
    {
      ...nodeOptional,
      source: oneOf('self', 'survey', 'appraiser', 'imported'),
      whenNotApplicable: oneOf('forbidden', 'exclude', 'full'),
      evidence: record({}, { required: { type: 'boolean' }, hint: anyText }),
      guidance: anyText,
    },
  ),
  measure: variant('type', {
    ratio: record({ type: {}, numerator: text, denominator: text }, { max: { type: 'number', exclusiveMinimum: 0 } }),
    number: record({ type: {}, label: text, unit: anyText }, { min: anyNumber, max: anyNumber }),
    growth: record({ type: {}, current: text, previous: text }),
  }),
  examples: { type: 'array', items: record({ given: { type: 'object' }, expected: notNegative }) },
  rule: variant('kind', {
    choice: kind('choice', { options: list(option()) }),
    checklist: kind('checklist', { items: list(option()) }, { award: oneOf('sum', 'all') }),
    proportional: kind('proportional', measured, { target: { type: 'number', exclusiveMinimum: 0 }, zeroBelow: anyNumber }),
    bands: kind('bands', { ...measured, bands: list(band()) }),
    tally: kind('tally', {
      start: oneOf('zero', 'max'),
      items: list(record({ id: identifier, label: text, points: notNegative }, { cap: notNegative })),
    }),
    survey: kind('survey', { options: list(record({ id: identifier, label: text, percent })) }),
    direct: kind('direct', {}, { min: notNegative, step: { type: 'number', exclusiveMinimum: 0 } }),
    bestOf: kind('bestOf', { cases: list(record({ id: identifier, label: text, rule: ref('rule') })) }),
    relative: kind('relative', measured),
  }),
});
