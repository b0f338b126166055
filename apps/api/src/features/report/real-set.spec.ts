import type { AnswerView, AssessmentView } from '@par-index/contract';
import { compileCriteriaSet, scoreLeaf } from '@par-index/scoring';
import { Workbook, type Worksheet } from 'exceljs';
import { aRealGroup, REAL_SET } from '../../../test/factories/real-group.factory';
import { sheetReportOf } from './sheet-report';
import { sheetWorkbook } from './sheet-workbook';

const set = compileCriteriaSet(REAL_SET);
const record = aRealGroup(1).agencies[0]!;

const answers = Object.entries(record.declared).map(([code, answer]): AnswerView => ({
  ...{ code, answer, points: scoreLeaf(set, code, answer).points, note: '', evidenceExplanation: '', late: false, updatedAt: '', updatedBy: '', version: 1 },
}));
const view = { agency: record, exemptions: [], answers, evidence: [], layers: record.layers } as unknown as AssessmentView;

/** The report of one department with all 101 criteria, written and opened again. */
describe('the printed report of a set of real size', () => {
  let sheet: Worksheet;
  let top: number;

  beforeAll(async () => {
    const letterhead = { parent: 'UBND tỉnh', issuer: record.name, province: 'Tuyên Quang', title: 'Báo cáo', subtitles: ['a', 'b'] };
    const written = await sheetWorkbook({ ...sheetReportOf(set, view, 'whole'), letterhead, signers: ['Một', 'Hai'] }).xlsx.writeBuffer();
    const workbook = new Workbook();
    await workbook.xlsx.load(written);
    sheet = workbook.worksheets[0]!;
    top = (sheet.views[0] as { ySplit: number }).ySplit + 1;
  });

  it('has a line for every node, in order', () => {
    expect(set.nodes.map((_, index) => sheet.getCell(top + index, 1).value)).toEqual(set.nodes.map(({ code }) => code));
    expect(set.nodes.map((_, index) => sheet.getCell(top + index, 3).value)).toEqual(set.nodes.map(({ max }) => max));
  });

  it('has every own number of every criterion', () => {
    for (const [index, { code, isLeaf }] of set.nodes.entries()) {
      const declared = record.declared[code];
      if (isLeaf && declared) expect(sheet.getCell(top + index, 7).value).toBe(scoreLeaf(set, code, declared).points ?? 'chờ tổng hợp');
    }
  });

  it('has every number of every layer', () => {
    for (const [index, { code, isLeaf }] of set.nodes.entries()) {
      const [layer] = record.layers.filter((one) => one.code === code);
      if (!isLeaf || !layer) continue;
      const column = layer.layer === 'base' ? 8 : 9;
      expect(sheet.getCell(top + index, column).value).toBe(scoreLeaf(set, code, layer.answer).points ?? 'chờ tổng hợp');
    }
  });

  it('says the rule of every criterion in words', () => {
    for (const [index, { isLeaf }] of set.nodes.entries()) {
      const words = sheet.getCell(top + index, 5).value;
      expect(isLeaf ? String(words).length > 5 : words === '').toBe(true);
    }
  });

  it('holds no formula anywhere', () => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
});
