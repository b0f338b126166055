import * as fc from 'fast-check';

/** Texts as people and hostile files write them: Vietnamese, blanks at the ends, what a cell or XML would spoil. */
const strange = ['', ' ', '(trống)', '~"x"', '"trong ngoặc"', '_x0041_', 'a\r\nb', 'hai\ndòng', '=1+1', '1.10', '0,5', 'có', "'", '\u0000\u007f\ufffe', '\ud800', 'mã; hai', 'a > b', 'tử số', ' '];
export const anyText = fc.oneof({ weight: 3, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) }, { weight: 2, arbitrary: fc.constantFrom(...strange) }, { weight: 3, arbitrary: fc.constantFrom('Kế hoạch năm', 'Ban hành kịp thời', 'Số hồ sơ đúng hạn') });
const someText = anyText.filter((text) => text.trim() !== '');
const decimal = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }).map((units) => units / 10_000), fc.constantFrom(0, 0.1, 0.25, 100, 1e6));
const signed = fc.oneof(decimal, decimal.map((value) => (value === 0 ? 0 : -value)));

type Fields = Readonly<Record<string, unknown>>;
const optional = (required: Readonly<Record<string, fc.Arbitrary<unknown>>>, may: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Fields> =>
  fc.record({ ...required, ...may }, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<Fields>;

const measure = fc.oneof(
  optional({ type: fc.constant('ratio'), numerator: someText, denominator: someText }, { max: decimal }),
  optional({ type: fc.constant('number'), label: someText, unit: anyText }, { min: signed, max: signed }),
  optional({ type: fc.constant('growth'), current: someText, previous: someText }, {}),
);

/** Ids that differ, as the checks want them: what a rule is found by. */
const listed = (may: Readonly<Record<string, fc.Arbitrary<unknown>>>, needed: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<readonly Fields[]> =>
  fc.uniqueArray(optional({ id: someText, label: someText, ...needed }, may), { selector: ({ id }) => String(id).trim(), maxLength: 4 });

const band = fc
  .tuple(optional({}, { from: signed, above: signed, upTo: signed, below: signed }), fc.oneof(decimal.map((points) => ({ points })), fc.constant({ proportional: true }), fc.record({ from: decimal, to: decimal }).map((linear) => ({ linear }))))
  .map(([edges, award]) => ({ ...edges, ...award }));

const plainAnswer = fc.oneof(
  fc.record({ choice: anyText }),
  fc.record({ checked: fc.array(anyText, { maxLength: 3 }) }),
  fc.record({ numerator: signed, denominator: signed }),
  fc.record({ counts: fc.dictionary(anyText, fc.nat(), { maxKeys: 3 }) }),
  fc.record({ points: decimal }),
  fc.record({ notApplicable: fc.constant(true), reason: anyText }),
);
const answer = fc.oneof(plainAnswer, fc.record({ cases: fc.dictionary(anyText, plainAnswer, { maxKeys: 2 }) }));
const examples = fc.array(fc.record({ given: answer, expected: decimal }), { maxLength: 2 });

const rule: fc.Arbitrary<Fields> = fc.letrec<{ rule: Fields }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    optional({ kind: fc.constant('direct') }, { min: decimal, step: decimal, examples }),
    optional({ kind: fc.constant('choice'), options: listed({}, { points: decimal }) }, { examples }),
    optional({ kind: fc.constant('checklist'), items: listed({}, { points: decimal }) }, { award: fc.constantFrom('sum', 'all'), examples }),
    optional({ kind: fc.constant('proportional'), measure }, { target: decimal, zeroBelow: signed, examples }),
    optional({ kind: fc.constant('bands'), measure, bands: fc.array(band, { minLength: 1, maxLength: 4 }) }, { examples }),
    optional({ kind: fc.constant('tally'), start: fc.constantFrom('zero', 'max'), items: listed({ cap: decimal }, { points: decimal }) }, { examples }),
    optional({ kind: fc.constant('survey'), options: listed({}, { percent: decimal }) }, { examples }),
    optional({ kind: fc.constant('relative'), measure }, {}),
    optional({ kind: fc.constant('bestOf'), cases: listed({}, { rule: tie('rule') }) }, { examples }),
  ),
})).rule;

const common = {
  section: fc.constantFrom('scored', 'bonus', 'penalty'),
  appraiser: someText,
  legalBasis: anyText,
};

function node(code: string, depth: number): fc.Arbitrary<Fields> {
  const leaf = optional({ code: fc.constant(code), title: anyText }, {
    ...common,
    max: decimal,
    rule,
    source: fc.constantFrom('self', 'survey', 'appraiser', 'imported'),
    whenNotApplicable: fc.constantFrom('forbidden', 'exclude', 'full'),
    evidence: optional({}, { required: fc.boolean(), hint: anyText }),
    guidance: anyText,
  });
  if (depth === 0) return leaf;
  const parent = fc.integer({ min: 0, max: 3 }).chain((count) =>
    optional({ code: fc.constant(code), title: anyText, children: fc.tuple(...Array.from({ length: count }, (_, index) => node(`${code}.${index + 1}`, depth - 1))) }, {
      ...common,
      max: decimal,
      combine: fc.constantFrom('sum', 'all', 'best'),
    }),
  );
  // A parent that states how to combine children that it has not is no longer told from a leaf.
  return fc.oneof(leaf, parent.map((fields) => ((fields['children'] as readonly unknown[]).length === 0 ? withoutCombine(fields) : fields)));
}

const withoutCombine = ({ combine: _combine, ...fields }: Fields): Fields => fields;

/** A document of a set, sound or still being written: every field of the format, there or not, and texts of every kind. */
export const anyDocument: fc.Arbitrary<Fields> = fc.integer({ min: 0, max: 4 }).chain((count) =>
  optional(
    { format: fc.constant('par-criteria-set/1'), code: anyText, title: anyText, criteria: fc.tuple(...Array.from({ length: count }, (_, index) => node(String(index + 1), 2))) },
    {
      year: fc.integer({ min: 1900, max: 2200 }),
      appliesTo: someText,
      legalBasis: anyText,
      rounding: optional({}, { points: fc.nat(4), index: fc.nat(4) }),
      withoutSurvey: fc.constantFrom('zero', 'exclude'),
      ranking: optional({}, { by: fc.constantFrom('exact', 'rounded'), tieBreak: fc.array(anyText, { maxLength: 3 }) }),
      grades: fc.array(fc.record({ name: someText, from: decimal }), { maxLength: 3 }),
    },
  ),
);
