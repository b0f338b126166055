import type { Actor } from '@par-index/contract';
import { compiled, criterion, homeAffairs, justice, layer, view } from './appraisal.fixture';
import { byField, keptRows, neighbour, nextUndecided, type WorkFilter, workRows } from './work-rows';

const appraiser: Pick<Actor, 'grants'> = { grants: [{ role: 'appraiser', agencyId: justice.id }] };
const rowsOf = (changes: Parameters<typeof view>[0] = {}, actor = appraiser) => workRows({ view: view(changes), set: compiled, actor, layer: 'appraisal-1' });
const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

const corrected = layer({ code: '1.1', kind: 'correct', answer: { numerator: 70, denominator: 100 }, points: 1.4, reason: 'Đếm lại' });
const some = [
  criterion('1.1', { numerator: 80, denominator: 100 }, { layers: [corrected] }),
  criterion('1.2', { choice: 'co' }, { layers: [layer({ code: '1.2', answer: { choice: 'co' }, points: 1, explanationWanted: true, question: 'Ở đâu?' })] }),
  criterion('1.3', null),
  criterion('1.4', { value: 40 }, { appraiser: homeAffairs, decidable: false }),
  criterion('2', null, { appraiser: null, decidable: false }),
];

describe('A row of the worklist', () => {
  it('says whose criterion it is, and what it is worth as it stands', () => {
    const [ratio, , , relative, survey] = rowsOf({ criteria: some });
    expect(ratio).toMatchObject({ owner: 'mine', decision: 'decided', differs: 'yes', declared: { points: 1.6 }, standing: { points: 1.4 }, field: 'Cải cách thể chế' });
    expect(relative).toMatchObject({ owner: 'other', standing: { kind: 'pending' } });
    expect(survey).toMatchObject({ owner: 'nobody', standing: null });
  });

  it('marks each with a word', () => {
    expect(rowsOf({ criteria: some }).map(({ mark }) => mark.words)).toEqual(['đã quyết, điểm khác', 'đề nghị giải trình', 'chưa quyết', 'chưa quyết', 'chưa có kết quả khảo sát']);
  });

  it('lacks evidence where it is required and something was declared', () => {
    expect(codes(rowsOf().filter(({ evidence }) => evidence === 'lacking'))).toEqual(['1.2']);
  });

  it('is not held for different where figures of another size are worth the same', () => {
    const same = layer({ code: '1.1', kind: 'correct', answer: { numerator: 8, denominator: 10 }, points: 1.6 });
    expect(rowsOf({ criteria: [criterion('1.1', { numerator: 80, denominator: 100 }, { layers: [same] })] })[0]?.differs).toBe('no');
  });
});

describe('The worklist is narrowed', () => {
  const kept = (filter: WorkFilter | null, scope: 'mine' | 'all' = 'mine', search = '') => codes(keptRows(rowsOf({ criteria: some }), { scope, filter, search }));

  it('to my own criteria', () => {
    expect(kept(null)).toEqual(['1.1', '1.2', '1.3']);
    expect(kept(null, 'all')).toHaveLength(5);
  });

  it('by how they stand; nobody decides a survey', () => {
    expect(kept('undecided', 'all')).toEqual(['1.3', '1.4']);
    expect(kept('differs')).toEqual(['1.1']);
    expect(kept('last-year')).toEqual([]);
    expect(kept('evidence-lacking')).toEqual(['1.2']);
    expect(kept('explanation')).toEqual(['1.2']);
  });

  it('by points unlike those of last year, where there were any', () => {
    const declared = { numerator: 80, denominator: 100 };
    const before = (points: number | null) => rowsOf({ criteria: [criterion('1.1', declared, { previous: { code: '1.1', answer: declared, points } })] });
    expect(before(1.2)[0]?.lastYear).toBe('other');
    expect(before(1.6)[0]?.lastYear).toBe('same');
    expect(before(null)[0]?.lastYear).toBe('same');
    expect(rowsOf({ criteria: [criterion('1.1', null, { previous: { code: '1.1', answer: declared, points: 1.2 } })] })[0]?.lastYear).toBe('same');
  });

  it('by a search without accents, in code, title and field', () => {
    expect(kept(null, 'all', 'khao sat')).toEqual(['2']);
    expect(kept(null, 'all', '1.2')).toEqual(['1.2']);
    expect(kept(null, 'all', 'trai luat')).toEqual(['1.3']);
  });
});

describe('The way through the worklist', () => {
  const rows = rowsOf({ criteria: some });

  it('leads to the next undecided one of mine, and round to the beginning', () => {
    expect(nextUndecided(rows, '1.1')).toBe('1.3');
    expect(nextUndecided(rows, '2')).toBe('1.3');
    expect(nextUndecided(rows, '1.3')).toBeNull();
  });

  it('goes to the neighbours and ends at the ends', () => {
    expect(neighbour(rows, '1.2', 1)).toBe('1.3');
    expect(neighbour(rows, '1.2', -1)).toBe('1.1');
    expect(neighbour(rows, '2', 1)).toBeNull();
    expect(neighbour(rows, 'elsewhere', 1)).toBe('1.1');
  });

  it('is grouped by field of work, in the order of the set', () => {
    expect(byField(rows).map(({ field, rows: { length } }) => [field, length])).toEqual([['Cải cách thể chế', 4], ['Khảo sát', 1]]);
  });
});

describe('In appraisal 2', () => {
  const again = (changes: Parameters<typeof criterion>[2]) => criterion('1.1', { numerator: 80, denominator: 100 }, { layers: [corrected], ...changes });
  const rowsAgain = (criteria: ReturnType<typeof again>[]) => workRows({ view: view({ phase: 'reappraisal', state: 'explained', criteria }), set: compiled, actor: appraiser, layer: 'appraisal-2' });

  it('only what was explained is mine to decide', () => {
    const rows = rowsAgain([again({ explained: true }), { ...criterion('1.3', null), decidable: false }]);
    expect(rows.map(({ code, owner, decision }) => [code, owner, decision])).toEqual([['1.1', 'mine', 'undecided'], ['1.3', 'other', 'decided']]);
    expect(nextUndecided(rows, null)).toBe('1.1');
  });

  it('each says whether it waits, is done, or stays', () => {
    const done = layer({ code: '1.1', layer: 'appraisal-2', kind: 'accept', answer: { numerator: 80, denominator: 100 }, points: 1.6 });
    expect(rowsAgain([again({ explained: true })])[0]?.mark.words).toBe('đã giải trình, chờ thẩm định lại');
    expect(rowsAgain([again({ explained: true, layers: [corrected, done] })])[0]?.mark.words).toBe('đã thẩm định lại');
    expect(rowsAgain([again({})])[0]?.mark.words).toBe('không giải trình, giữ kết quả');
  });
});
