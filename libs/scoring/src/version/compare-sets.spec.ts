import * as fc from 'fast-check';
import type { CriteriaSet, CriterionNode } from '../model/criteria-set';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { differenceInWords } from '../words/difference-words';
import { compareSets } from './compare-sets';

const inTime = { id: 'du', label: 'Đúng hạn', points: 2 };
const late = { id: 'cham', label: 'Chậm', points: 1 };
const plan: CriterionNode = { code: '1.1', title: 'Ban hành kế hoạch', max: 2, source: 'self', rule: { kind: 'choice', options: [inTime, late] } };
const work: CriterionNode = { code: '1.2', title: 'Hoàn thành', max: 3, rule: { kind: 'direct' } };
const set: CriteriaSet = {
  ...{ format: 'par-criteria-set/1', code: 'so', title: 'Bộ tiêu chí', year: 2026, appliesTo: 'so-ban-nganh' },
  criteria: [{ code: '1', title: 'Chỉ đạo', max: 5, children: [plan, work] }],
};
const withNodes = (...children: readonly CriterionNode[]): CriteriaSet => ({
  ...set,
  criteria: [{ code: '1', title: 'Chỉ đạo', max: 5, children }],
});

describe('two versions of a set', () => {
  it('differ in nothing where they are the same, whatever the set', () => {
    fc.assert(fc.property(anyGroup, ({ set: one }) => expect(compareSets(one, structuredClone(one))).toEqual([])), { numRuns: 50 });
  });

  it('differ in nothing by the order of fields, of nodes, or by how the tree is walked', () => {
    const turned: CriterionNode = { ...plan, rule: { options: [inTime, { points: 1, label: 'Chậm', id: 'cham' }], kind: 'choice' } };
    expect(compareSets(set, withNodes(work, turned))).toEqual([]);
  });

  it('differ in what the set says of itself', () => {
    const after = { ...set, title: 'Bộ tiêu chí mới', withoutSurvey: 'exclude' as const };
    expect(compareSets(set, after)).toEqual([
      {
        ...{ kind: 'changed', code: null, title: 'Bộ tiêu chí mới', max: null },
        fields: [
          { field: 'title', before: 'Bộ tiêu chí', after: 'Bộ tiêu chí mới' },
          { field: 'withoutSurvey', before: undefined, after: 'exclude' },
        ],
      },
    ]);
  });

  it('differ in the nodes that came and went, the new version first', () => {
    const fresh: CriterionNode = { code: '1.3', title: 'Sáng kiến', max: 3, rule: { kind: 'direct' } };
    expect(compareSets(set, withNodes(plan, fresh))).toEqual([
      { kind: 'added', code: '1.3', title: 'Sáng kiến', max: 3 },
      { kind: 'removed', code: '1.2', title: 'Hoàn thành', max: 3 },
    ]);
  });

  it('differ in the fields of a node that stayed, a parent not for its children', () => {
    const differences = compareSets(set, withNodes({ ...plan, title: 'Kế hoạch', appraiser: 'so-noi-vu' }, work));
    expect(differences).toEqual([
      {
        ...{ kind: 'changed', code: '1.1', title: 'Kế hoạch', max: { before: 2, after: 2 } },
        fields: [
          { field: 'title', before: 'Ban hành kế hoạch', after: 'Kế hoạch' },
          { field: 'appraiser', before: undefined, after: 'so-noi-vu' },
        ],
      },
    ]);
  });

  it('differ where a list is in another order: the first option may be the one that is meant', () => {
    const turned: CriterionNode = { ...plan, rule: { kind: 'choice', options: [late, inTime] } };
    expect(compareSets(set, withNodes(turned, work))).toHaveLength(1);
  });
});

describe('a difference in words', () => {
  it('names what came and what went', () => {
    expect(differenceInWords({ kind: 'added', code: '1.4', title: 'Sáng kiến', max: 2 })).toEqual(['Thêm 1.4 «Sáng kiến», tối đa 2 điểm']);
    expect(differenceInWords({ kind: 'removed', code: '1.2', title: 'Hoàn thành', max: 2.5 })).toEqual(['Bỏ 1.2 «Hoàn thành», tối đa 2,5 điểm']);
  });

  it('says each field as it was and as it is, a rule with the points of its own version', () => {
    const changed = { ...work, max: 4, source: 'appraiser' as const, guidance: 'Theo báo cáo', rule: { kind: 'direct' as const, step: 0.5 } };
    const [difference] = compareSets(set, withNodes(plan, changed));
    expect(difference && differenceInWords(difference)).toEqual([
      '1.2 «Hoàn thành»',
      'Mức tối đa: 3 → 4',
      'Cách tính điểm: «Chấm trực tiếp từ 0 đến 3 điểm» → «Chấm trực tiếp từ 0 đến 4 điểm, bước 0,5 điểm»',
      'Nguồn số liệu: không ghi → cơ quan thẩm định chấm',
      'Hướng dẫn: không ghi → «Theo báo cáo»',
    ]);
  });

  it('says what the set states of itself, never as it is stored', () => {
    const grades = [{ name: 'Tốt', from: 80 }, { name: 'Khá', from: 65.5 }];
    const after = { ...set, year: 2027, rounding: { points: 2 }, withoutSurvey: 'exclude' as const, ranking: { by: 'rounded' as const, tieBreak: ['1', '1.2'] }, grades };
    const [difference] = compareSets(set, after);
    expect(difference && differenceInWords(difference)).toEqual([
      'Bộ tiêu chí',
      'Năm: 2026 → 2027',
      'Quy tắc làm tròn: không ghi → điểm lấy 2 số thập phân',
      'Cách tính khi không khảo sát: không ghi → không tính tiêu chí khảo sát',
      'Cách xếp hạng: không ghi → căn cứ xếp hạng: chỉ số đã làm tròn, tiêu chí xét khi bằng điểm: «1»; «1.2»',
      'Mức xếp loại: không ghi → «Tốt», từ 80; «Khá», từ 65,5',
    ]);
  });

  it('says of a rule that reads as before that something else of it differs', () => {
    const tried = { ...work, rule: { kind: 'direct' as const, examples: [{ given: { points: 1 }, expected: 1 }] } };
    const [difference] = compareSets(set, withNodes(plan, tried));
    expect(difference && differenceInWords(difference)).toEqual([
      '1.2 «Hoàn thành»',
      'Cách tính điểm: lời văn như trước, khác ở ví dụ, mã của các mức hoặc giới hạn của số liệu',
    ]);
  });

  it('says of a draft what can be said: a rule that is not written yet has no words', () => {
    const broken = { ...work, max: 'ba', source: 'nobody', rule: { kind: 'bands', bands: [{}] } } as unknown as CriterionNode;
    const [difference] = compareSets(set, withNodes(plan, broken));
    expect(difference && differenceInWords(difference)).toEqual([
      '1.2 «Hoàn thành»',
      'Mức tối đa: 3 → «ba»',
      'Cách tính điểm: «Chấm trực tiếp từ 0 đến 3 điểm» → chưa viết xong',
      'Nguồn số liệu: không ghi → «nobody»',
    ]);
  });
});
