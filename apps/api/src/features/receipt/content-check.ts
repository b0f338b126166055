import type { ReceiptFinding } from '@par-index/contract';
import { digestOf } from '../../platform/digest/digest';
import { isObject } from './receipt-check';

/** A line of what was submitted, with what identifies it beside its code. */
interface Line {
  readonly key: string;
  readonly words: string;
  readonly digest: unknown;
}

/** What of a submitted content is not what the receipt is for: lines changed, missing or added, each with its criterion. The receipt itself is checked before. */
export function contentFindings(receipt: unknown, content: unknown): readonly ReceiptFinding[] {
  if (!isObject(receipt) || !isObject(content) || !Array.isArray(content['entries']) || !Array.isArray(content['documents'])) {
    return [{ pointer: '', detail: 'Đây không phải tệp nội dung đã nộp do hệ thống xuất. Hãy chọn đúng tệp đã tải về.' }];
  }
  const number = content['number'] === receipt['number'] ? [] : [{ pointer: '/number', detail: 'Tệp nội dung thuộc về một biên nhận khác.' }];
  return [
    ...number,
    ...differences('/entries', linesOf(receipt['entries'], entryOf, told), linesOf(content['entries'], entryOf, digestOf)),
    ...differences('/documents', linesOf(receipt['documents'], documentOf, told), linesOf(content['documents'], documentOf, digestOf)),
  ];
}

type Naming = (line: Readonly<Record<string, unknown>>) => Pick<Line, 'key' | 'words'>;

const entryOf: Naming = ({ code }) => ({ key: String(code), words: `Tiêu chí ${String(code)}` });
const documentOf: Naming = ({ code, documentId }) => ({ key: `${String(code)} ${String(documentId)}`, words: `Tài liệu ${String(documentId)} của tiêu chí ${String(code)}` });
const told = (line: Readonly<Record<string, unknown>>): unknown => line['digest'];

function linesOf(list: unknown, naming: Naming, digest: (line: Readonly<Record<string, unknown>>) => unknown): readonly Line[] {
  return (Array.isArray(list) ? list : []).map((line: unknown) => (isObject(line) ? { ...naming(line), digest: digest(line) } : { key: String(line), words: String(line), digest: null }));
}

function differences(pointer: string, attested: readonly Line[], shown: readonly Line[]): readonly ReceiptFinding[] {
  const found = new Map(shown.toReversed().map((line) => [line.key, line]));
  const known = new Set(attested.map(({ key }) => key));
  const changed = attested.flatMap(({ key, words, digest }) => {
    const line = found.get(key);
    const detail = line ? `${words}: nội dung khác với khi nộp.` : `${words}: đã nộp nhưng không có trong tệp.`;
    return line?.digest === digest ? [] : [{ pointer, detail }];
  });
  const added = shown.filter(({ key }, at) => !known.has(key) || shown.findIndex((line) => line.key === key) < at);
  return [...changed, ...added.map(({ words }) => ({ pointer, detail: `${words}: không có trong những gì đã nộp.` }))];
}
