import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Fields = Record<string, unknown>;

/** The illustrative set of the departments: a hundred leaves, every kind of rule. A new copy at each call. */
export const departmentsSet = (): Fields =>
  JSON.parse(readFileSync(join(__dirname, '../../../../../libs/scoring/src/golden/criteria/so-ban-nganh-2026.json'), 'utf8')) as Fields;

/** Planted where a member is taken out. */
const GONE = Symbol('taken out');

/** One thing that is made wrong: at the first leaf with a rule of that kind, or in the set itself; found there unless `at` says otherwise. */
export interface Planted {
  readonly in: string;
  readonly place: string;
  readonly plant: unknown;
  readonly code: string;
  readonly at?: string;
}

const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' };
const option = (id: string, label: string, points: number) => ({ id, label, points });
const bandsOf = (...bands: readonly object[]) => ({ kind: 'bands', measure: ratio, bands });

/** place, what is planted, the finding, and where it is found if not there. */
type Line = readonly [place: string, plant: unknown, code: string, at?: string];

const LINES: Readonly<Record<string, readonly Line[]>> = {
  set: [
    ['/format', 'par-criteria-set/2', 'set.unknown-value'],
    ['/year', 'hai nghìn', 'set.not-a-number'],
    ['/title', '  ', 'set.blank-text'],
    ['/code', GONE, 'set.missing-field'],
    ['/appliesTo', 'khong-co', 'criteria-set.group-unknown'],
    ['/owner', 'Sở Nội vụ', 'set.unknown-field'],
    ['/rounding', { points: 9 }, 'number.out-of-range', '/rounding/points'],
    ['/grades', [{ name: 'A', from: 50 }, { name: 'B', from: 80 }], 'grades.out-of-order', '/grades/1/from'],
    ['/grades', [{ name: 'A', from: 80 }, { name: 'A', from: 50 }], 'grades.doubled', '/grades/1/name'],
    ['/ranking', { tieBreak: ['99'] }, 'ranking.unknown-code', '/ranking/tieBreak/0'],
    ['/ranking', { tieBreak: ['1', '1'] }, 'ranking.doubled-code', '/ranking/tieBreak/1'],
    ['/criteria', [], 'set.empty-list'],
    ['/criteria/0/children/4/max', 2.5, 'reach.max'],
    ['/criteria/0/max', 1, 'sum.mismatch'],
    ['/criteria/0/children/0/code', '9.9', 'code.not-under-parent'],
    ['/criteria/1/code', '1', 'code.doubled'],
    ['/criteria/0/children/0/section', 'bonus', 'section.below-top'],
    ['/criteria/0/appraiser', 'khong-co', 'criteria-set.appraiser-unknown'],
  ],
  choice: [
    ['', { code: '1.1.9', title: 'Trống', max: 1 }, 'node.empty'],
    ['/children', [], 'node.rule-and-children', ''],
    ['/max', -1, 'number.out-of-range'],
    ['/max', 0, 'node.zero-max'],
    ['/source', 'nobody', 'set.unknown-value'],
    ['/evidence', { required: 'có' }, 'set.not-true-or-false', '/evidence/required'],
    ['/rule/kind', 'guess', 'set.unknown-value'],
    ['/rule/options', [], 'set.empty-list'],
    ['/rule/options/0/points', 99, 'points.above-max'],
    ['/rule/options/0/points', 'một', 'set.not-a-number'],
    ['/rule/options/0/points', 0.123456, 'number.too-many-decimals'],
    ['/rule/options/0/label', '', 'set.blank-text'],
    ['/rule/options/0/weight', 1, 'set.unknown-field'],
    ['/rule/options', [option('a', 'Có', 0), option('a', 'Không', 0)], 'id.doubled', '/rule/options/1/id'],
    ['/rule/options', [option('a', 'Có', 0), option('b', 'có ', 0)], 'label.doubled', '/rule/options/1/label'],
    ['/rule/options', [option('a', 'Có', 0), option('b', 'Không', 0)], 'reach.nothing', '/rule'],
    ['/rule/options', [option('a', 'Có', 0.1)], 'answerable.single-option', '/rule/options'],
    ['/rule/options', [option('a', 'Có', 0.1), option('b', 'Không', 0)], 'choice.max-unreachable', '/rule/options'],
    ['/rule/options/0/label', 'Đạt (0,07 điểm)', 'wording.label-points'],
    ['/rule/examples', [{ given: { choice: 'khong-co' }, expected: 0 }], 'answer.unknown-id', '/rule/examples/0/given/choice'],
  ],
  checklist: [
    ['/rule/items', 'văn bản', 'set.not-a-list'],
    ['/rule/award', 'some', 'set.unknown-value'],
    ['/rule', { kind: 'checklist', items: [option('a', 'Văn bản', 0.1), option('b', 'Số liệu', 0)] }, 'reach.worthless', '/rule/items/1/points'],
    ['/rule', { kind: 'checklist', items: [option('a', 'Văn bản', 0.1)] }, 'reach.max'],
  ],
  proportional: [
    ['/rule/measure', GONE, 'set.missing-field'],
    ['/rule/measure/type', 'sum', 'set.unknown-value'],
    ['/rule/measure', { ...ratio, numerator: '' }, 'set.blank-text', '/rule/measure/numerator'],
    ['/rule/target', 0, 'number.out-of-range'],
    ['/rule', { kind: 'proportional', measure: ratio, zeroBelow: 101 }, 'reach.nothing', '/rule'],
    ['/rule', { kind: 'proportional', measure: { ...ratio, max: 50 } }, 'reach.max', '/rule'],
    ['/rule', { kind: 'proportional', measure: ratio, zeroBelow: 0 }, 'reach.threshold-idle', '/rule/zeroBelow'],
  ],
  bands: [
    ['/rule', bandsOf({ from: 60, points: 0.1 }, { below: 50, points: 0 }), 'bands.gap', '/rule/bands'],
    ['/rule', bandsOf({ from: 50, points: 0.1 }, { upTo: 50, points: 0 }), 'bands.overlap', '/rule/bands/1'],
    ['/rule', bandsOf({ from: 50 }, { below: 50, points: 0 }), 'bands.no-points', '/rule/bands/0'],
    ['/rule', bandsOf({ from: 50, above: 50, points: 0.1 }, { below: 50, points: 0 }), 'bands.two-lower-edges', '/rule/bands/0'],
    ['/rule', bandsOf({ from: 50, linear: { from: 0, to: 0.1 } }, { below: 50, points: 0 }), 'bands.linear-open', '/rule/bands/0/linear'],
    ['/rule', bandsOf({ from: 50, points: 0.1 }, { below: 50, points: 0 }, { above: 100, points: 0 }), 'bands.outside', '/rule/bands/2'],
    ['/guidance', 'Từ 70% đến dưới 90%: 1 điểm', 'wording.no-such-band'],
  ],
  tally: [
    ['/rule/start', 'middle', 'set.unknown-value'],
    ['/rule/items/0/cap', 99, 'tally.cap-above-max'],
    ['/rule/items/0/points', 99, 'points.above-max'],
    ['/rule/items/0/points', 0.00001, 'number.too-many-decimals'],
  ],
  survey: [
    ['/source', 'self', 'answerable.survey-rule'],
    ['/evidence', { required: true }, 'answerable.evidence', '/evidence/required'],
    ['/rule/options/0/percent', 120, 'number.out-of-range'],
  ],
  direct: [
    ['/rule/step', 0, 'number.out-of-range'],
    ['/rule/step', 0.00001, 'number.too-many-decimals'],
    ['/rule/min', 99, 'points.above-max'],
  ],
  bestOf: [['/rule/cases', [{ id: 'a', label: 'Một', rule: { kind: 'relative', measure: ratio } }], 'relative.in-best-of', '/rule/cases/0/rule']],
  relative: [['/rule/examples', [{ given: { value: 1 }, expected: 1 }], 'example.needs-group', '/rule/examples/0']],
};

export const PLANTED: readonly Planted[] = Object.entries(LINES).flatMap(([name, lines]) =>
  lines.map(([place, plant, code, at]) => ({ in: name, place, plant, code, ...(at === undefined ? {} : { at }) })),
);

/** The set with the defect, and the pointer at which it is to be found. */
export function withDefect({ in: name, place, plant, at = place }: Planted): { readonly document: Fields; readonly pointer: string } {
  const document = departmentsSet();
  const base = name === 'set' ? '' : (leafWith(document['criteria'] as readonly Fields[], name, '/criteria') ?? '');
  const keys = `${base}${place}`.slice(1).split('/');
  const holder = keys.slice(0, -1).reduce<Fields>((value, key) => value[key] as Fields, document);
  const last = keys.at(-1) ?? '';
  if (plant === GONE) Reflect.deleteProperty(holder, last);
  else holder[last] = plant;
  return { document, pointer: `${base}${at}` };
}

function leafWith(nodes: readonly Fields[], kind: string, pointer: string): string | null {
  for (const [index, node] of nodes.entries()) {
    const here = `${pointer}/${index}`;
    const children = node['children'] as readonly Fields[] | undefined;
    const found = children ? leafWith(children, kind, `${here}/children`) : (node['rule'] as Fields)['kind'] === kind ? here : null;
    if (found !== null) return found;
  }
  return null;
}
