import { Workbook } from 'exceljs';
import { setFigure, setText, writeLetterhead, writeSignatures } from './printed-page';

const aSheet = () => new Workbook().addWorksheet('Trang');

describe('setText', () => {
  it.each(['=1+1', '+84', '-5', '@SUM(A1)', '\t=1', "'=1"])('keeps %j as the text that it is', (text) => {
    const cell = setText(aSheet().getCell('A1'), text);
    expect(cell).toMatchObject({ value: text, type: 3, numFmt: '@' });
    expect(cell.formula).toBeUndefined();
  });
  it('keeps line breaks and leaves out what XML has no place for', () => expect(setText(aSheet().getCell('A1'), 'a\u0000\u0008\nb\ufffe\ud800').value).toBe('a\nb'));
  it('keeps signs outside of the first plane', () => expect(setText(aSheet().getCell('A1'), '𠀋').value).toBe('𠀋'));
  it('holds no more than a cell does', () => expect(String(setText(aSheet().getCell('A1'), 'x'.repeat(40_000)).value)).toHaveLength(32_767));
});

describe('setFigure', () => {
  it('keeps nought apart from nothing', () => {
    const sheet = aSheet();
    expect(setFigure(sheet.getCell('A1'), 0).value).toBe(0);
    expect(setFigure(sheet.getCell('A2'), null).value).toBeNull();
  });
});

describe('writeLetterhead', () => {
  it('says where the table begins, below all subtitles', () => {
    const letterhead = { parent: 'p', issuer: 'i', province: 'Tuyên Quang', title: 't', subtitles: ['một', 'hai'] };
    const sheet = aSheet();
    expect(writeLetterhead(sheet, 12, letterhead)).toBe(9);
    expect([sheet.getCell('A6').value, sheet.getCell('A7').value]).toEqual(['một', 'hai']);
    expect(sheet.getCell('A5')).toMatchObject({ value: 'T', font: { bold: true } });
  });
});

describe('writeSignatures', () => {
  it('shares the width among who signs', () => {
    const sheet = aSheet();
    writeSignatures(sheet, 3, 7, ['Một', 'Hai']);
    expect([sheet.getCell('A3').value, sheet.getCell('D3').value, sheet.getCell('D4').value]).toEqual(['MỘT', 'HAI', '(Ký, ghi rõ họ tên)']);
    expect(sheet.getCell('G3').master.address).toBe('D3');
  });
});
