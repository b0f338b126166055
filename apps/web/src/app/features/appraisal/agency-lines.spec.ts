import type { AppraisalSummary } from '@par-index/contract';
import { countsOf, isDone, narrowed, workLeft } from './agency-lines';

function line(name: string, changes: Partial<AppraisalSummary> = {}): AppraisalSummary {
  const stands = { groupCode: 'so', state: 'submitted', submittedAt: null, late: false, notSubmitted: false, decided: 0, toDecide: 9, explanationWanted: 0 } as const;
  return { assessmentId: name, agency: { id: name, code: name, name, shortName: name }, ...stands, ...changes };
}

const lines = [
  line('Sở Y tế', { state: 'drafting' }),
  line('Sở Công Thương', { decided: 6, late: true }),
  line('Thanh tra tỉnh', { state: 'appraised', decided: 9, explanationWanted: 2 }),
  line('Hội đồng xem', { toDecide: 0 }),
  line('Xã Bản Máy', { groupCode: 'xa', toDecide: 5 }),
];

const names = (filter: Parameters<typeof narrowed>[1]['filter'], search = '') => narrowed(lines, { groupCode: 'so', filter, search }).map(({ agency }) => agency.name);

it('An agency that has not handed in is neither open nor done', () => {
  expect(names('open')).toEqual(['Sở Công Thương']);
  expect(names('not-handed-in')).toEqual(['Sở Y tế']);
  expect(names('late')).toEqual(['Sở Công Thương']);
  expect(names('done')).toEqual(['Thanh tra tỉnh']);
  expect(names('all')).toHaveLength(4);
});

it('One without criteria of the reader is never done', () => {
  expect(isDone(line('Hội đồng xem', { toDecide: 0 }))).toBe(false);
});

it('The search needs no accents', () => {
  expect(names('all', 'cong thuong')).toEqual(['Sở Công Thương']);
});

it('Counts are of the group alone', () => {
  expect(countsOf(lines, 'xa')).toEqual({ 'all': 1, 'open': 1, 'not-handed-in': 0, 'late': 0, 'done': 0 });
});

it('What is left counts only what can be decided', () => {
  expect(workLeft(lines)).toEqual({ agencies: 2, criteria: 8, explanationWanted: 2, notHandedIn: 1 });
});
