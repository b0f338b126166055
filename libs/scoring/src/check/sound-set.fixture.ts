/**
 * A set in which nothing is wrong: every rule kind, every measure, `all`, `best`, a bonus and a penalty, 100 points.
 * Made anew at each call.
 */
export const soundSet = (): Record<string, unknown> => ({
  format: 'par-criteria-set/1',
  code: 'so-2026',
  title: 'Bộ tiêu chí thử',
  year: 2026,
  legalBasis: 'Quyết định số 1/QĐ-UBND',
  appliesTo: 'so-ban-nganh',
  rounding: { points: 2, index: 2 },
  withoutSurvey: 'exclude',
  ranking: { by: 'exact', tieBreak: ['2', '1.1'] },
  grades: [
    { name: 'Tốt', from: 80 },
    { name: 'Khá', from: 65.5 },
    { name: 'Yếu', from: 0 },
  ],
  criteria: [direction(), quality(), combined(), bonus(), penalty()],
});

const ratio = { type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' };

const direction = () => ({
  code: '1',
  title: 'Chỉ đạo, điều hành',
  max: 40,
  section: 'scored',
  appraiser: 'so-noi-vu',
  children: [
    {
      code: '1.1',
      title: 'Ban hành kế hoạch',
      max: 10,
      rule: {
        kind: 'choice',
        options: [
          { id: 'dung-han', label: 'Đúng hạn', points: 10 },
          { id: 'cham', label: 'Chậm', points: 2.5 },
        ],
      },
      source: 'self',
      whenNotApplicable: 'exclude',
      evidence: { required: true, hint: 'Kế hoạch' },
      guidance: 'Tính theo ngày ký.',
    },
    {
      code: '1.2',
      title: 'Công khai',
      max: 10,
      rule: {
        kind: 'checklist',
        items: [
          { id: 'van-ban', label: 'Văn bản', points: 10 },
          { id: 'ngan-sach', label: 'Ngân sách', points: 5 },
        ],
        award: 'sum',
      },
    },
    { code: '1.3', title: 'Hoàn thành', max: 10, rule: { kind: 'proportional', measure: { ...ratio }, target: 90, zeroBelow: 50 } },
    {
      code: '1.4',
      title: 'Đúng hạn',
      max: 10,
      rule: {
        kind: 'bands',
        measure: { ...ratio },
        bands: [
          { above: 90, points: 10 },
          { from: 70, upTo: 90, linear: { from: 5, to: 8 } },
          { from: 50, below: 70, proportional: true },
          { below: 50, points: 0 },
        ],
      },
    },
  ],
});

const quality = () => ({
  code: '2',
  title: 'Chất lượng',
  max: 40,
  children: [
    {
      code: '2.1',
      title: 'Báo cáo',
      max: 10,
      rule: {
        kind: 'tally',
        start: 'max',
        items: [
          { id: 'cham', label: 'Báo cáo chậm', points: 0.25, cap: 1 },
          { id: 'thieu', label: 'Báo cáo thiếu', points: 10 },
        ],
      },
    },
    {
      code: '2.2',
      title: 'Hài lòng',
      max: 10,
      rule: {
        kind: 'survey',
        options: [
          { id: 'A', label: 'Tốt', percent: 100 },
          { id: 'B', label: 'Khá', percent: 62.5 },
        ],
      },
      source: 'survey',
    },
    { code: '2.3', title: 'Kiểm tra', max: 10, rule: { kind: 'direct', min: 0, step: 0.25 }, source: 'appraiser' },
    {
      code: '2.4',
      title: 'Sáng kiến',
      max: 10,
      rule: {
        kind: 'bestOf',
        cases: [
          { id: 'mo-hinh', label: 'Mô hình', rule: { kind: 'choice', options: [{ id: 'co', label: 'Có', points: 5 }] } },
          {
            id: 'diem',
            label: 'Điểm số',
            rule: { kind: 'proportional', measure: { type: 'number', label: 'Điểm', unit: 'điểm', min: 0, max: 10 }, target: 10 },
          },
        ],
      },
    },
  ],
});

const combined = () => ({
  code: '3',
  title: 'Kết quả',
  max: 20,
  children: [
    {
      code: '3.1',
      title: 'Tăng thu',
      max: 10,
      rule: { kind: 'relative', measure: { type: 'growth', current: 'Năm nay', previous: 'Năm trước' } },
    },
    {
      code: '3.2',
      title: 'Cao nhất',
      max: 5,
      combine: 'best',
      children: [
        { code: '3.2.1', title: 'Chỉ số', max: 5, rule: { kind: 'direct' }, source: 'imported' },
        { code: '3.2.2', title: 'Xếp hạng', max: 3, rule: { kind: 'direct' }, source: 'imported' },
      ],
    },
    {
      code: '3.3',
      title: 'Phải đạt tất cả',
      max: 5,
      combine: 'all',
      children: [
        { code: '3.3.1', title: 'Biên chế', max: 1, rule: { kind: 'direct' } },
        { code: '3.3.2', title: 'Cấp phó', max: 1, rule: { kind: 'direct' } },
      ],
    },
  ],
});

const bonus = () => ({
  code: '4',
  title: 'Điểm thưởng',
  max: 3,
  section: 'bonus',
  children: [
    { code: '4.1', title: 'Mô hình', max: 2, rule: { kind: 'direct' } },
    { code: '4.2', title: 'Thí điểm', max: 2, rule: { kind: 'direct' } },
  ],
});

const penalty = () => ({
  code: '5',
  title: 'Điểm trừ',
  max: 2,
  section: 'penalty',
  rule: { kind: 'tally', start: 'zero', items: [{ id: 'cham', label: 'Ngày chậm', points: 0.5 }] },
});

/** A copy of the document in which what stands at the pointer is `value`; a member that is not there is added. */
export function planted(document: unknown, pointer: string, value: unknown): unknown {
  const open = { enumerable: true, writable: true, configurable: true };
  return changed(document, pointer, (holder, key) => Object.defineProperty(holder, key, { value, ...open }));
}

/** A copy of the document without the member at the pointer. */
export function removed(document: unknown, pointer: string): unknown {
  return changed(document, pointer, (holder, key) => Reflect.deleteProperty(holder, key));
}

function changed(document: unknown, pointer: string, change: (holder: object, key: string) => unknown): unknown {
  const copy: unknown = structuredClone(document);
  const keys = pointer.slice(1).split('/');
  const holder = keys.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], copy);
  change(holder as object, keys.at(-1) ?? '');
  return copy;
}
