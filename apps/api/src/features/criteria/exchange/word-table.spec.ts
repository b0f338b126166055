import { numberingOf, romanOf } from './word-numbering';
import { CodeReader, romanValue } from './word-codes';
import { titleOf } from './word-text';
import { readWordContent } from './word-table';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = (inner: string): string => `<w:document ${W}><w:body>${inner}</w:body></w:document>`;
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const none = () => '';

describe('the text of a Word document', () => {
  it('comes by table, row and cell, with merged cells told', () => {
    const { rows, paragraphs } = readWordContent(
      body(`${p('Trước')}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('A')}</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('B')}${p(' C ')}</w:tc></w:tr>
        <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p('')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('')}</w:tc></w:tr></w:tbl>${p('Sau')}`),
      none,
    );
    expect(paragraphs).toEqual(['Trước', 'Sau']);
    expect(rows).toEqual([
      { table: 1, number: 1, isHead: true, cells: [{ column: 0, span: 2, continued: false, paragraphs: ['A'] }, { column: 2, span: 1, continued: false, paragraphs: ['B', 'C'] }] },
      { table: 1, number: 2, isHead: false, cells: [{ column: 1, span: 1, continued: false, paragraphs: [] }, { column: 2, span: 1, continued: true, paragraphs: [] }] },
    ]);
  });

  it('joins runs, breaks at breaks, leaves out what was deleted', () => {
    const runs = '<w:p><w:r><w:t xml:space="preserve">Từ 70%</w:t><w:tab/><w:t>đến 90%</w:t><w:br/><w:t>Dưới</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del><w:ins><w:r><w:t> 70%</w:t></w:r></w:ins></w:p>';
    expect(readWordContent(body(runs), none).paragraphs).toEqual(['Từ 70% đến 90%', 'Dưới 70%']);
  });

  it('reads a table in a cell as text of the cell', () => {
    const inner = `<w:tbl><w:tr><w:tc>${p('trong')}</w:tc></w:tr></w:tbl>`;
    expect(readWordContent(body(`<w:tbl><w:tr><w:tc>${p('ngoài')}${inner}</w:tc></w:tr></w:tbl>`), none).rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs))).toEqual([[['ngoài', 'trong']]]);
  });

  it.each([
    ['a document type', `<!DOCTYPE x [<!ENTITY e "a">]>${body(p('&e;'))}`],
    ['an entity', body(p('&e;'))],
    ['what is no XML', '<w:document'],
    ['what is nested without end', body('<w:x>'.repeat(400))],
    ['more rows than any decision', body(`<w:tbl>${'<w:tr/>'.repeat(5001)}</w:tbl>`)],
    ['a paragraph without end in a table', body(`<w:tbl><w:tr><w:tc>${p('x'.repeat(2001))}</w:tc></w:tr></w:tbl>`)],
    ['text without end', body(p('chữ '.repeat(1000)).repeat(500))],
  ])('refuses %s', (_, xml) => expect(() => readWordContent(xml, none)).toThrow());

  it('has the numbers that Word prints before paragraphs of its lists', () => {
    const levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>';
    const numbering = numberingOf(`<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`);
    const item = (level: number, text: string): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const xml = body([item(0, 'A'), item(1, 'B'), item(1, 'C'), item(2, 'D'), item(0, 'E'), item(1, 'F')].join(''));
    expect(readWordContent(xml, numbering).paragraphs).toEqual(['I A', 'I.1. B', 'I.2. C', '- D', 'II E', 'II.1. F']);
  });
});

describe('ordinals and titles', () => {
  it.each([[1, 'I'], [4, 'IV'], [9, 'IX'], [14, 'XIV'], [48, 'XLVIII']] as const)('%i is %s', (value, roman) => expect(romanOf(value)).toBe(roman));
  it.each([1, 2, 4, 5, 8, 9, 14, 19])('reads %i back', (value) => expect(romanValue(romanOf(value))).toBe(value));
  it('takes a dash for no ordinal', () => expect(['-', '+', '', 'abc', '1a'].map((text) => new CodeReader().read(text))).toEqual([null, null, null, null, null]));
  it.each([
    ['CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC', 'Công tác chỉ đạo điều hành cải cách hành chính'],
    ['KẾ HOẠCH CỦA UBND TỈNH', 'Kế hoạch của UBND tỉnh'],
    ['Báo cáo CCHC:', 'Báo cáo cải cách hành chính'],
    ['Kế hoạch năm.', 'Kế hoạch năm'],
  ])('%s', (printed, title) => expect(titleOf(printed)).toBe(title));
});
