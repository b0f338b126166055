import type { AuditEventView } from '@par-index/contract';
import exceljs from 'exceljs';
import { auditCsv, auditWorkbook } from './audit-file';

const line = (fullName: string, payload: AuditEventView['payload'] = {}): AuditEventView => ({
  ...{ id: 'e-1', at: '2026-11-20T02:10:00.000Z', event: 'agency.edited', subjectId: 's-1', cycleId: null, payload },
  actor: { id: 'u-1', userName: 'canbo', fullName },
});

describe('the log as a file', () => {
  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])('lets no spreadsheet compute %j', (name) => {
    expect(auditCsv([line(name)]).toString('utf8')).toContain(`"'${name}"`);
  });

  it('keeps quotes and line ends inside their field', () => {
    const text = auditCsv([line('A "B"\nC')]).toString('utf8');
    expect(text.startsWith('\uFEFF"Lúc","Việc"')).toBe(true);
    expect(text).toContain('"A ""B""\nC"');
  });

  it('as a workbook has text in every cell', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await auditWorkbook([line('=HYPERLINK("x")', { name: 'Sở\u0001 Y tế' })])) as unknown as ArrayBuffer);
    const row = workbook.worksheets[0]?.getRow(2);
    expect(row?.getCell(4).type).toBe(exceljs.ValueType.String);
    expect(row?.getCell(4).value).toBe('=HYPERLINK("x")');
    expect(row?.getCell(7).value).toBe('{"name":"Sở\\u0001 Y tế"}');
  });
});
