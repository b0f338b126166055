import { type AgencyRef, ROLE_NAMES } from '@par-index/contract';
import exceljs, { type Worksheet } from 'exceljs';
import { COLUMNS, MOST_ROWS } from './user-sheet';

const GUIDE = 'Hướng dẫn';
const WIDTHS = [30, 32, 28, 34, 34] as const;
const FIRST_LISTED = 5;

const bold = (sheet: Worksheet, row: number): void => void (sheet.getRow(row).font = { bold: true });

function fillGuide(sheet: Worksheet, agencies: readonly AgencyRef[]): void {
  sheet.columns = [{ width: 30 }, { width: 4 }, { width: 34 }, { width: 60 }];
  sheet.getCell('A1').value = 'Mỗi dòng của trang «Tài khoản» là một vai trò của một người ở một cơ quan. Một người có nhiều vai trò thì ghi nhiều dòng.';
  sheet.getCell('A2').value = `Tên đăng nhập: chữ thường không dấu, số, dấu chấm, gạch. Mỗi tệp không quá ${MOST_ROWS} dòng. Thư điện tử: để nhận thông báo, có thể để trống. Hãy chạy thử trước khi nhập thật.`;
  sheet.getRow(FIRST_LISTED - 1).values = ['Vai trò', null, 'Mã cơ quan', 'Tên cơ quan'];
  bold(sheet, FIRST_LISTED - 1);
  Object.values(ROLE_NAMES).forEach((name, index) => void (sheet.getCell(FIRST_LISTED + index, 1).value = name));
  agencies.forEach(({ code, name }, index) => {
    sheet.getCell(FIRST_LISTED + index, 3).value = code;
    sheet.getCell(FIRST_LISTED + index, 4).value = name;
  });
}

/** A list to choose from, so that nothing has to be typed. */
function offer(sheet: Worksheet, column: string, list: string): void {
  for (let row = 2; row <= MOST_ROWS + 1; row += 1) {
    sheet.getCell(`${column}${row}`).dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
  }
}

/** The workbook to fill in: the headings that an import expects, and a second sheet with the roles and the codes of agencies. */
export async function userImportTemplate(agencies: readonly AgencyRef[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const people = workbook.addWorksheet('Tài khoản', { views: [{ state: 'frozen', ySplit: 1 }] });
  people.columns = COLUMNS.map((header, index) => ({ header, width: WIDTHS[index] ?? 30, style: { numFmt: '@' } }));
  bold(people, 1);
  fillGuide(workbook.addWorksheet(GUIDE), agencies);
  offer(people, 'C', `'${GUIDE}'!$A$${FIRST_LISTED}:$A$${FIRST_LISTED + Object.keys(ROLE_NAMES).length - 1}`);
  if (agencies.length > 0) {
    offer(people, 'D', `'${GUIDE}'!$C$${FIRST_LISTED}:$C$${FIRST_LISTED + agencies.length - 1}`);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
