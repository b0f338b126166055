import { checkCriteriaSet } from '@par-index/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDecree, CA_MAU_HEAD, caMauRow, type TestRow } from './decree.fixture';
import type { Fields } from './fields';
import { type ReadWord, readWord } from './read-word';
import { saysTheSame } from './word-reading';

const EXPECTED = JSON.parse(readFileSync(join(__dirname, '../../../../../../libs/scoring/src/golden/criteria/ca-mau-2013.json'), 'utf8')) as Fields;
const HEAD = ['ỦY BAN NHÂN DÂN TỈNH CÀ MAU', 'BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP SỞ', '(Ban hành kèm theo Quyết định số 1880/QĐ-UBND ngày 13 tháng 12 năm 2013)'];
const PROVINCE = { agencies: new Map<string, string>(), groups: [{ code: 'so-ban-nganh', name: 'Sở, ban, ngành' }] };

interface Printed { readonly code: string; readonly name: string; readonly max: string; readonly levels: readonly string[] }

/** The printed rows of the real decision, in its own words; quotes of a CSV are undone. */
const PRINTED: readonly Printed[] = readFileSync(join(__dirname, 'ca-mau-2013.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field.replace(/^"|"$/g, '').replaceAll('""', '"')))
  .filter(([, , , , levels = '']) => !levels.includes('excerpt'))
  .map(([code = '', name = '', max = '', , levels = '']) => ({ code, name, max, levels: levels === '' ? [] : levels.split('; ').map((level) => level.replace(/(\d)\.(\d)/, '$1,$2')) }));

type Layout = (printed: Printed) => readonly TestRow[];

const asRows: Layout = ({ code, name, max, levels }) => [caMauRow(code, name, max), ...levels.map((level) => caMauRow('', level, ''))];
const asParagraphs: Layout = ({ code, name, max, levels }) => [caMauRow(code, { texts: [name, ...levels.map((level) => `- ${level}`)] }, max)];
const inOneLine: Layout = ({ code, name, max, levels }) => [caMauRow(code, { texts: [name, ...(levels.length > 0 ? [levels.join('; ')] : [])] }, max)];
const inColumns: Layout = ({ code, name, max, levels }) => [
  caMauRow(levels.length > 0 ? { texts: [code], merged: 'restart' } : code, name, max),
  ...levels.map((level) => caMauRow({ merged: 'continue' }, level.replace(/: [\d,]+$/, ''), (/[\d,]+$/.exec(level) ?? [''])[0])),
];

async function read(tables: readonly (readonly TestRow[])[]): Promise<ReadWord> {
  const result = await readWord(await aDecree(HEAD, tables), PROVINCE);
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

const nodesOf = (nodes: unknown): readonly Fields[] => ((nodes ?? []) as readonly Fields[]).flatMap((node) => [node, ...nodesOf(node['children'])]);
const plain = (text: unknown): string => String(text).toLocaleLowerCase('vi');
/** 20 is printed for the whole field, of which two criteria are quoted here. */
const printedMax = (code: unknown, max: unknown): unknown => (code === '1' ? 20 : max);

describe('Quyết định 1880/QĐ-UBND of Cà Mau, from its printed rows', () => {
  it.each([
    ['lines in rows of their own', asRows],
    ['lines as paragraphs below the title', asParagraphs],
    ['lines in one paragraph', inOneLine],
    ['ordinals merged, points of a line in the column of points', inColumns],
  ] as const)('is the expected set, with %s', async (_, layout) => {
    const { document, doubts } = await read([[...CA_MAU_HEAD, ...PRINTED.flatMap(layout)]]);
    const [was, is] = [nodesOf(EXPECTED['criteria']), nodesOf(document['criteria'])];
    expect(is.map(({ code, title, max }) => [code, plain(title), max])).toEqual(was.map(({ code, title, max }) => [code, plain(title), printedMax(code, max)]));
    was.forEach((node, index) => expect([node['code'], saysTheSame(is[index]?.['rule'], node['rule'], Number(node['max']))]).toEqual([node['code'], true]));
    expect([...new Set(doubts.map(({ code }) => code))]).toEqual([null, '1.1.2', '1.1.4']);
    expect(is[0]?.['title']).toBe('Công tác chỉ đạo điều hành cải cách hành chính');
  });

  it('marks what a person has to look at: where it is, what it says, why, what was assumed', async () => {
    const { doubts } = await read([[...CA_MAU_HEAD, ...PRINTED.flatMap(asRows)]]);
    expect(doubts.filter(({ code }) => code === '1.1.4')).toEqual([
      {
        pointer: '/criteria/0/children/0/children/3',
        code: '1.1.4',
        row: 16,
        line: 'Trên 90%: 2; Từ 70% - 90%: 1; Dưới 70%: 0',
        reason: 'Văn bản không ghi số liệu nào được kê khai để tính.',
        assumed: 'Kê khai tỷ lệ «Số nhiệm vụ đã thực hiện» trên «Số nhiệm vụ theo kế hoạch».',
      },
    ]);
  });

  it('finds code, title, year and decision of the set, and marks them', async () => {
    const { document, doubts } = await read([[...CA_MAU_HEAD, ...PRINTED.flatMap(asRows)]]);
    expect(document).toMatchObject({ title: HEAD[1], year: 2013, legalBasis: expect.stringContaining('1880/QĐ-UBND') });
    expect(doubts.filter(({ code }) => code === null).map(({ pointer }) => pointer)).toEqual(['/title', '/year', '/appliesTo']);
  });

  it('reads a table that goes on over the page, with its head and without, and leaves out the numbers of columns and the total', async () => {
    const rows = PRINTED.flatMap(asRows);
    const numbers = caMauRow('1', '2', '3').map((text, index) => (typeof text === 'string' && text === '' ? String(index + 1) : text));
    const total = caMauRow('', 'Tổng cộng', '20');
    const { document, doubts } = await read([[...CA_MAU_HEAD, numbers, ...rows.slice(0, 8)], [...CA_MAU_HEAD, ...rows.slice(8, 15)], [...rows.slice(15), total]]);
    expect(nodesOf(document['criteria']).map(({ code }) => code)).toEqual(nodesOf(EXPECTED['criteria']).map(({ code }) => code));
    expect([...new Set(doubts.map(({ code }) => code))]).toEqual([null, '1.1.2', '1.1.4']);
  });
});

const SMALL_HEAD: TestRow = ['TT', 'Nội dung', 'Thang điểm'];
const readSmall = async (...rows: TestRow[]) => {
  const { document, doubts } = await read([[SMALL_HEAD, ...rows]]);
  return { nodes: nodesOf(document['criteria']), doubts: doubts.filter(({ row }) => row > 0), document };
};

describe('a table of another hand', () => {
  it('counts in Roman numbers, below which it begins anew', async () => {
    const { nodes } = await readSmall(['I', 'Thể chế', '2'], ['1', 'Kế hoạch', '1'], ['', 'Đạt: 1; Không đạt: 0', ''], ['2', 'Báo cáo', '1'], ['II', 'Thủ tục', '1'], ['1.', 'Công khai', '1'], ['1.1', 'Niêm yết', '1']);
    expect(nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.1.1']);
  });

  it('counts in Roman numbers, below which the numbers say the field', async () => {
    const { nodes, doubts } = await readSmall(['IV', 'Tổ chức', '1'], ['4.1', 'Kế hoạch', '1'], ['', 'Đạt: 1; Không đạt: 0', '']);
    expect(nodes.map(({ code }) => code)).toEqual(['4', '4.1']);
    expect(doubts.map(({ assumed }) => assumed)).toEqual(['«IV» là lĩnh vực 4.']);
  });

  it('counts in letters below a criterion', async () => {
    const { nodes } = await readSmall(['1', 'Kế hoạch', '2'], ['a)', 'Ban hành', '1'], ['', 'Đạt: 1; Không đạt: 0', ''], ['b)', 'Thực hiện', '1']);
    expect(nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2']);
  });

  it('reads points with a comma, a full stop, a word; and marks what is none, or missing', async () => {
    const { nodes, doubts } = await readSmall(['1', 'A', '0,5'], ['2', 'B', '0.25'], ['3', 'C', '2 điểm'], ['4', 'D', '1.250'], ['5', 'E', ''], ['', 'Tốt: 3; Kém: 0', '']);
    expect(nodes.map(({ max }) => max)).toEqual([0.5, 0.25, 2, 0, 3]);
    expect(doubts.filter(({ reason }) => reason.includes('điểm tối đa')).map(({ code }) => code)).toEqual(['4', '5']);
  });

  it('marks what belongs to no criterion, and a parent that is not there', async () => {
    const { doubts } = await readSmall(['', 'Ghi chú chung', ''], ['1', 'A', '1'], ['1.1.1', 'B', '1'], ['', 'Đạt: 1; Không đạt: 0', '']);
    expect(doubts.map(({ row, reason }) => [row, reason])).toEqual([[2, expect.stringContaining('trước tiêu chí đầu tiên')], [4, expect.stringContaining('cấp trên trực tiếp')]]);
  });

  it('says where the total differs from what was read', async () => {
    const { document, doubts } = await read([[SMALL_HEAD, ['1', 'A', '1'], ['', 'Tổng điểm', '100']]]);
    expect(nodesOf(document['criteria'])).toHaveLength(1);
    expect(doubts.map(({ reason }) => reason)).toContain('Dòng tổng cộng khác tổng điểm tối đa đọc được.');
  });

  it('is a draft that the checks can read, whatever is missing', async () => {
    const { document } = await readSmall(['1', 'A', ''], ['1.1', 'B', 'x'], ['1.2', '', '1']);
    expect(() => checkCriteriaSet(document)).not.toThrow();
    expect(nodesOf(document['criteria']).every(({ code, title }) => typeof code === 'string' && typeof title === 'string')).toBe(true);
  });

  it('is told to have no table of criteria where it has none', async () => {
    expect(await readWord(await aDecree(['Thư'], [[['Họ tên', 'Chức vụ'], ['A', 'B']]]), PROVINCE)).toEqual({ refusal: expect.stringContaining('Không tìm thấy bảng tiêu chí') });
  });
});

it('refuses a table of which nobody could look at every doubtful line', async () => {
  const stray = Array.from({ length: 3001 }, (): TestRow => ['', 'không hiểu', '']);
  expect(await readWord(await aDecree([], [[SMALL_HEAD, ['1', 'A', '1'], ...stray]]), PROVINCE)).toEqual({ refusal: expect.stringContaining('quá nhiều dòng') });
});

it('reads how criteria combine, and who answers, from a line of its own', async () => {
  const { nodes, doubts } = await readSmall(['1', 'Nhân sự', '2'], ['', 'Đạt tất cả mới có điểm', ''], ['1.1', 'Đủ số', '1'], ['', 'Đạt: 1; Không đạt: 0', ''], ['', 'Cơ quan thẩm định chấm', ''], ['1.2', 'Tập huấn', '1'], ['', 'Đạt: 1; Không đạt: 0', '']);
  expect(nodes).toMatchObject([{ combine: 'all' }, { source: 'appraiser' }, { code: '1.2' }]);
  expect(doubts).toEqual([]);
});
