import type { Fields } from './fields';

const passOrFail = (max: number): Fields => ({ kind: 'choice', options: [{ id: 'dat', label: 'Đạt', points: max }, { id: 'khong', label: 'Không đạt', points: 0 }] });

export const leaf = (code: string, max: unknown, more: Fields = {}): Fields => ({ code, title: `Tiêu chí ${code}`, max, rule: passOrFail(Number(max)), ...more });

/** 1 (60): 1.1 (40), 1.2 (20); 2 (40): 2.1 (40). What breaks a tie: 1.2. */
export const smallDraft = (): Fields => ({
  ...{ format: 'par-criteria-set/1', code: 'thu-2027', title: 'Bộ thử', year: 2027, appliesTo: 'so-ban-nganh', ranking: { tieBreak: ['1.2'] } },
  criteria: [
    { code: '1', title: 'Chỉ đạo', max: 60, appraiser: 'so-noi-vu', children: [leaf('1.1', 40), leaf('1.2', 20)] },
    { code: '2', title: 'Thủ tục', max: 40, appraiser: 'so-noi-vu', children: [leaf('2.1', 40)] },
  ],
});
