import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANDS } from './band-defects.fixture';
import { type Defect, GONE } from './defect.fixture';
import { GRADES, IDENTITY } from './identity-defects.fixture';
import { RULES } from './rule-defects.fixture';
import { planted, removed, soundSet } from './sound-set.fixture';
import { MAXIMA, TREE } from './tree-defects.fixture';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { criteriaSetSchema } from './json-schema';

const accepts = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true }).compile(criteriaSetSchema());
const FOLDER = join(__dirname, '../golden/criteria');

/** Findings that are about what the fields mean for each other, or that a schema cannot say exactly. */
const BEYOND_A_SCHEMA =
  /^(id\.doubled|code\.(doubled|not-under-parent|several-parts)|node\.zero-max|section\.below-top|sum\.|total\.|best\.|sources\.|points\.|choice\.|tally\.|measure\.|bands\.(linear|empty|outside|gap|overlap)|relative\.|example\.|grades\.|ranking\.|answer\.|number\.too-many-decimals)/;

const all: readonly Defect[] = [IDENTITY, GRADES, TREE, MAXIMA, RULES, BANDS].flat();
const ofShape = all.filter(({ code, severity }) => !BEYOND_A_SCHEMA.test(code) && severity !== 'warning');
const documentWith = ({ plant, in: place }: Defect): unknown => JSON.parse(JSON.stringify(plant === GONE ? removed(soundSet(), place) : planted(soundSet(), place, plant)));

describe('the JSON Schema of a criteria set', () => {
  it.each(readdirSync(FOLDER))('holds for %s', (file) => {
    expect(accepts(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))).toBe(true);
  });

  it('holds for every set that the library takes', () => {
    expect(accepts(soundSet())).toBe(true);
    fc.assert(fc.property(anyGroup, ({ set }) => expect(accepts(set)).toBe(true)), { numRuns: 100 });
  });

  it.each(ofShape.map((defect) => [defect.what, defect] as const))('does not hold for %s', (_what, defect) => {
    const document = documentWith(defect);
    // What JSON does not know (NaN, infinity) is null in it, and refused as such.
    expect(accepts(document)).toBe(false);
  });

  it('is tried against most of what can be wrong with a shape', () => expect(ofShape.length).toBeGreaterThan(40));

  it.each([null, 7, 'bộ', [], {}])('does not hold for %j', (document) => expect(accepts(document)).toBe(false));
});
