import type { ImportDoubt } from '@par-index/contract';
import { folded } from './cell-text';
import { criteriaTable } from './criteria-table';
import type { Fields } from './fields';
import { idFrom } from './item-id';
import { partOf } from './office-package';
import type { Names } from './word-node';
import { numberingOf } from './word-numbering';
import { wordSet, type WordSet } from './word-set';
import { readWordContent, type WordContent } from './word-table';

/** What the province has: agencies by name, groups by name and code. */
export interface Province {
  readonly agencies: Names;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

export interface ReadWord {
  readonly document: Fields;
  readonly doubts: readonly ImportDoubt[];
  readonly counts: WordSet['counts'];
}

/** Why a document gives no set, in words. */
export interface NoSet {
  readonly refusal: string;
}

const NO_TABLE = 'Không tìm thấy bảng tiêu chí: cần một bảng có cột tên tiêu chí và cột «Điểm tối đa». Hãy chọn tệp khác, hoặc dùng tệp mẫu Excel.';
/** Nobody looks at more of them one by one. */
const MOST_DOUBTS = 3000;
const TOO_DOUBTFUL = 'Bảng có quá nhiều dòng không hiểu được. Hãy kiểm tra đây có phải bảng tiêu chí không, hoặc dùng tệp mẫu Excel.';
const BROKEN = 'Không đọc được nội dung tệp Word. Hãy mở bằng Word, lưu lại thành .docx rồi chọn lại.';

/** The draft of a set that a decision says: its tables alone, never a link or an entity. An inspected file (`inspectOffice`) is expected. */
export async function readWord(bytes: Buffer, province: Province): Promise<ReadWord | NoSet> {
  const content = await contentOf(bytes).catch(() => null);
  if (content === null) {
    return { refusal: BROKEN };
  }
  const table = criteriaTable(content.rows);
  if (table === null) {
    return { refusal: NO_TABLE };
  }
  const { criteria, doubts, counts } = wordSet(table, province.agencies);
  if (doubts.length > MOST_DOUBTS) {
    return { refusal: TOO_DOUBTFUL };
  }
  const own = setFields(content.paragraphs, province);
  return { document: { format: 'par-criteria-set/1', ...own.fields, criteria }, doubts: [...own.doubts, ...doubts], counts };
}

async function contentOf(bytes: Buffer): Promise<WordContent | null> {
  const [xml, numbering] = [await partOf(bytes, 'word/document.xml'), await partOf(bytes, 'word/numbering.xml')];
  return xml === null ? null : readWordContent(xml, numberingOf(numbering));
}

const DECISION = /(?:Quyết định )?số:?\s*(\d+\/QĐ-[\p{L}-]+)(?:[^\n]{0,40}?năm (\d{4}))?/iu;
const LONGEST_TITLE = 400;

/** The set's own fields, from what stands before its table. What is guessed is marked. */
function setFields(paragraphs: readonly string[], { groups }: Province): { readonly fields: Fields; readonly doubts: readonly ImportDoubt[] } {
  const text = paragraphs.join('\n');
  const title = paragraphs.find((one) => /(?:bộ )?(?:chỉ số|tiêu chí)/iu.test(one) && one.length <= LONGEST_TITLE) ?? paragraphs[0]?.slice(0, LONGEST_TITLE) ?? '';
  const legalBasis = DECISION.exec(text)?.[0];
  const year = /năm (\d{4})/iu.exec(title)?.[1] ?? /năm (\d{4})/iu.exec(text)?.[1];
  const group = groups.find(({ name }) => folded(text).includes(folded(name)));
  const fields = {
    code: [idFrom(title, 0), year].filter((part) => part !== undefined).join('-').slice(0, 60),
    title,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(legalBasis === undefined ? {} : { legalBasis: legalBasis.trim() }),
    ...(group === undefined ? {} : { appliesTo: group.code }),
  };
  return { fields, doubts: doubtsOf(title, year, group?.name) };
}

function doubtsOf(title: string, year: string | undefined, group: string | undefined): readonly ImportDoubt[] {
  const of = (pointer: string, reason: string, assumed: string): ImportDoubt => ({ pointer, code: null, row: 0, line: title, reason, assumed });
  return [
    of('/title', 'Tên và mã bộ tiêu chí lấy từ đoạn văn trước bảng.', title === '' ? 'Để trống tên, cần nhập.' : `Tên «${title}».`),
    of('/year', year === undefined ? 'Không thấy năm áp dụng.' : 'Năm lấy từ đoạn văn trước bảng.', year === undefined ? 'Để trống năm, cần nhập.' : `Năm ${year}.`),
    of('/appliesTo', group === undefined ? 'Không thấy tên nhóm cơ quan áp dụng.' : 'Nhóm cơ quan lấy từ đoạn văn trước bảng.', group === undefined ? 'Để trống nhóm, cần chọn.' : `Nhóm «${group}».`),
  ];
}
