import { compileCriteriaSet, type CriteriaSet } from '@par-index/scoring';
import type { HintSubject } from './hint-facts';

const ratio = (numerator: string, denominator: string) => ({ kind: 'proportional', measure: { type: 'ratio', numerator, denominator } }) as const;

/** Two ratios over «Tổng số hồ sơ đã giải quyết», each in other capitals and spaces, a count, and a criterion with a day in its words. */
export const HINTED_SET: CriteriaSet = {
  format: 'par-criteria-set/1',
  code: 'goi-y',
  title: 'Bộ tiêu chí thử',
  year: 2026,
  appliesTo: 'so-ban-nganh',
  criteria: [
    {
      code: '1',
      title: 'Lĩnh vực',
      max: 10,
      children: [
        { code: '1.1', title: 'Đúng hạn', max: 4, rule: ratio('Số hồ sơ đúng hạn', 'Tổng số hồ sơ đã giải quyết') },
        { code: '1.2', title: 'Trực tuyến', max: 3, rule: ratio('Số hồ sơ trực tuyến', 'Tổng số  Hồ sơ đã giải quyết') },
        { code: '1.3', title: 'Kế hoạch', max: 3, guidance: 'Ban hành chậm nhất ngày 14/02/2026.', rule: { kind: 'direct' } },
      ],
    },
  ],
};

const SET = compileCriteriaSet(HINTED_SET);

/** Criterion `code` of `HINTED_SET` with nothing to point out, unless told otherwise. */
export function aSubject(code: string, overrides: Partial<HintSubject> = {}): HintSubject {
  const leaf = SET.leaf(code);
  if (!leaf) {
    throw new Error(`There is no criterion ${code}`);
  }
  return { set: SET, leaf, year: 2026, submittedAt: null, answer: null, points: null, groupPoints: [], history: [], answers: new Map(), documents: [], ...overrides };
}

export const aDocument = { linkId: 'link', title: 'Kế hoạch', issuedOn: null, sharedWith: [], signatures: [] } as const;
