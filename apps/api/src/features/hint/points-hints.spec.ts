import * as fc from 'fast-check';
import { aSubject } from './hint-subject.fixture';
import { farFromGroup, farFromHistory } from './points-hints';

const year = (points: string | null, max: number | null = 4, of = 2025) => ({ year: of, points, max, answer: null });

describe('self points far from the history', () => {
  it('says by how much, with the year', () => {
    const [hint] = farFromHistory(aSubject('1.1', { points: '4.0000', history: [year('1.5')] }));
    expect(hint).toMatchObject({ kind: 'far-from-history', sentence: 'Tự chấm 4 điểm, cách xa điểm đã quyết định của năm 2025: 1,5 điểm (quy về tối đa 4).' });
  });

  it('takes the middle of the years, each by its own maximum', () => {
    expect(farFromHistory(aSubject('1.1', { points: '4', history: [year('8', 8), year('4', 4, 2024), year('0', 4, 2023)] }))).toEqual([]);
    const [hint] = farFromHistory(aSubject('1.1', { points: '4', history: [year('4', 8), year('1', 2, 2024)] }));
    expect(hint?.sentence).toContain('các năm 2024, 2025: 2 điểm');
  });

  it('is silent below half of the maximum, speaks at it, in both directions', () => {
    expect(farFromHistory(aSubject('1.1', { points: '3.9999', history: [year('2')] }))).toEqual([]);
    expect(farFromHistory(aSubject('1.1', { points: '4', history: [year('2')] }))).toHaveLength(1);
    expect(farFromHistory(aSubject('1.1', { points: '1', history: [year('3')] }))).toHaveLength(1);
  });

  it('is silent without a score, a history, or a maximum to compare with', () => {
    expect(farFromHistory(aSubject('1.1', { points: null, history: [year('0')] }))).toEqual([]);
    expect(farFromHistory(aSubject('1.1', { points: '4' }))).toEqual([]);
    expect(farFromHistory(aSubject('1.1', { points: '4', history: [year(null), year('0', null)] }))).toEqual([]);
  });
});

describe('self points far from the group', () => {
  it('points out the one that lies outside, with its side and the middle', () => {
    const groupPoints = ['2', '2.1', '1.9', '2.2', '1.8', '4'];
    const [hint] = farFromGroup(aSubject('1.1', { points: '4', groupPoints }));
    expect(hint).toMatchObject({ kind: 'far-from-group', sentence: 'Tự chấm 4 điểm, cao khác hẳn mức giữa 2,05 điểm của 6 cơ quan cùng nhóm đã nộp.' });
    expect(farFromGroup(aSubject('1.1', { points: '2.2', groupPoints }))).toEqual([]);
    expect(farFromGroup(aSubject('1.1', { points: '0', groupPoints: ['4', '4', '4', '4', '0'] }))[0]?.sentence).toContain('thấp khác hẳn');
  });

  it('is silent in a small group', () => {
    expect(farFromGroup(aSubject('1.1', { points: '4', groupPoints: ['0', '0', '0', '4'] }))).toEqual([]);
  });

  it('is never said of whoever is where most are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (others, own) => {
        const same = Array.from({ length: others.length + 2 }, () => String(own / 100));
        expect(farFromGroup(aSubject('1.1', { points: String(own / 100), groupPoints: [...others.map((value) => String(value / 100)), ...same] }))).toEqual([]);
      }),
    );
  });

  it('is said of an oddity, and not of what a tenth of the group does as well', () => {
    const best = Array.from({ length: 17 }, () => '4');
    expect(farFromGroup(aSubject('1.1', { points: '0', groupPoints: [...best, '0', '2'] }))).toHaveLength(1);
    expect(farFromGroup(aSubject('1.1', { points: '0', groupPoints: [...best, '0', '0', '0'] }))).toEqual([]);
    expect(farFromGroup(aSubject('1.1', { points: '2', groupPoints: [...best, '2', '0', '0'] }))).toEqual([]);
  });

  it('is never said of a difference below a tenth of the maximum', () => {
    expect(farFromGroup(aSubject('1.1', { points: '3.65', groupPoints: ['4', '4', '4', '4', '3.65'] }))).toEqual([]);
  });
});
