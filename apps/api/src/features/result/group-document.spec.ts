import { addPoints, compileCriteriaSet, explainLeaf, scoreCase, subtractPoints } from '@par-index/scoring';
import { aGroupDocument, aLayer, anAgencyRecord, COMPLETE } from '../../../test/factories/group-document.factory';
import { aRealGroup, REAL_SET } from '../../../test/factories/real-group.factory';
import { rowsOf } from './published-row';
import { linesOf } from './result.service';

describe('groupDocumentOf', () => {
  it('scores the answers in force, not the declared ones', () => {
    const corrected = aLayer('1.1', 'appraisal-1', { numerator: 1, denominator: 20 });
    const group = aGroupDocument(anAgencyRecord('a', { layers: [...COMPLETE, corrected] }));
    expect(group.case.agencies[0]?.answers['1.1']).toEqual({ numerator: 1, denominator: 20 });
    expect(group.result.agencies[0]?.nodes['1.1']).toMatchObject({ points: 0 });
    expect(group.agencies[0]?.declared['1.1']).toEqual({ numerator: 19, denominator: 20 });
  });
  it('keeps the order of the agencies in case, result and records', () => {
    const group = aGroupDocument(anAgencyRecord('b'), anAgencyRecord('a'), anAgencyRecord('c'));
    for (const list of [group.case.agencies, group.result.agencies, group.agencies]) expect(list.map(({ code }) => code)).toEqual(['b', 'a', 'c']);
  });
  it('is a case that anybody can score again', () => {
    const group = aGroupDocument(anAgencyRecord('a'), anAgencyRecord('b', { exemptions: [{ code: '2.2', reason: 'x' }] }));
    expect(scoreCase(JSON.parse(JSON.stringify(group.case)))).toEqual({ ok: true, result: group.result });
  });
  it('scores nobody', () => expect(aGroupDocument().result.agencies).toEqual([]));
});

describe('a group under a set of real size', () => {
  const group = aRealGroup(8);
  const set = compileCriteriaSet(REAL_SET);
  const rows = rowsOf(group);

  it('has a line for every node of every agency', () => {
    expect(set.leaves).toHaveLength(101);
    for (const { sheet } of rows) expect(sheet.lines.map(({ code }) => code)).toEqual(set.nodes.map(({ code }) => code));
  });
  it('is the sum of its scored fields', () => {
    for (const { result, fields } of rows) {
      const scored = set.nodes.filter(({ parent, section }) => parent === null && section === 'scored').map(({ code }) => fields[code]!);
      expect(addPoints(scored.map((field) => ('excluded' in field ? 0 : field.points)))).toBe(result.points);
      expect(subtractPoints(result.points, addPoints([result.selfPoints, result.surveyPoints]))).toBe(0);
    }
  });
  it('explains every leaf to the very points that it shows', () => {
    for (const { sheet } of rows) {
      for (const line of linesOf(set, sheet).filter(({ leaf }) => leaf)) {
        expect(line.trace?.points ?? null).toBe('excluded' in line.result ? null : line.result.points);
      }
    }
  });
  it('explains a leaf as the library does', () => {
    const [first] = rows;
    const line = linesOf(set, first!.sheet).find(({ code }) => code === '1.1.1') ?? linesOf(set, first!.sheet).find(({ leaf }) => leaf)!;
    expect(line.trace).toEqual(explainLeaf(set, line.code, line.inForce, { exempt: [] }));
  });
  it('leaves exempt criteria out of the maximum of those who are exempt', () => {
    const whole = rows[0]!.result.applicableMax;
    expect(rows[3]!.result.applicableMax).toBeLessThan(whole);
    expect(rows[3]!.sheet.lines.filter(({ code }) => code === '3.1' || code.startsWith('3.1.')).every(({ result }) => 'excluded' in result)).toBe(true);
  });
  it('remarks every cut with its reason and nothing else', () => {
    for (const line of rows.flatMap(({ sheet }) => sheet.lines)) {
      if (line.remark !== '') expect(['Theo báo cáo', 'Thiếu phụ lục']).toContain(line.remark);
      if (line.layers.length === 0) expect(line.remark).toBe('');
    }
  });
});
