import { inQuotes } from './cell-text';

/**
 * The answer of an example in a cell: its fields by name, as a person writes them: `phương án: kip-thoi`, `tử số: 18; mẫu số: 20`.
 * Lists stand in square brackets, what has fields of its own in braces, a text that could be mistaken for something else in quotes.
 */
const FIELDS: Readonly<Record<string, string>> = {
  choice: 'phương án',
  checked: 'nội dung đạt',
  numerator: 'tử số',
  denominator: 'mẫu số',
  value: 'giá trị',
  current: 'kỳ này',
  previous: 'kỳ trước',
  counts: 'số lượng',
  responses: 'số phiếu',
  percent: 'tỷ lệ phần trăm',
  points: 'điểm',
  cases: 'trường hợp',
  notApplicable: 'không áp dụng',
  awarded: 'điểm giao',
  reason: 'lý do',
};
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(FIELDS).map(([field, words]) => [words, field]));

/** A text that needs no quotes: letters first, nothing that the grammar uses. */
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?: [\p{L}\p{M}\p{N}_.-]+)*$/u;
const RESERVED = new Set(['có', 'không', 'null']);

const isPlain = (text: string): boolean => PLAIN.test(text) && !RESERVED.has(text) && !/_x/i.test(text);
const quotedUnlessPlain = (text: string): string => (isPlain(text) ? text : inQuotes(text).slice(1));
const writtenKey = (key: string): string => (Object.hasOwn(FIELDS, key) ? (FIELDS[key] as string) : NAMES.has(key.toLowerCase()) ? JSON.stringify(key) : quotedUnlessPlain(key));

/** The key of an object is written in quotes where it would be read as one of the names above. */
function writtenMember([key, value]: readonly [string, unknown]): string {
  return `${writtenKey(key)}: ${writtenValue(value)}`;
}

function writtenValue(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return quotedUnlessPlain(value);
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (Array.isArray(value)) return `[${value.map(writtenValue).join('; ')}]`;
  return value === null || value === undefined ? 'null' : `{${Object.entries(value).map(writtenMember).join('; ')}}`;
}

/**
 * @example
 * writtenAnswer({ numerator: 18, denominator: 20.5 }); // 'tử số: 18; mẫu số: 20,5'
 * writtenAnswer({ counts: { cham: 2 } }); // 'số lượng: {cham: 2}'
 */
export const writtenAnswer = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? Object.entries(answer).map(writtenMember).join('; ') : writtenValue(answer);

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([[\]{}:;])|([^[\]{}:;"]+))/gy;
const NUMBER = /^[-−]?\d+(?:,\d+)?(?:e[+-]?\d+)?$/;

/** A case in a case is deep enough. */
const DEEPEST = 40;

interface Token { readonly sign: string; readonly text: string; readonly quoted: boolean }

class AnswerReader {
  private place = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Readonly<Record<string, unknown>> {
    const fields = this.members('');
    if (this.place < this.tokens.length) throw new SyntaxError('more than an answer');
    return fields;
  }

  private peek(): string {
    return this.tokens[this.place]?.sign ?? '';
  }

  private take(sign: string): void {
    if (this.peek() !== sign) throw new SyntaxError(`no ${sign}`);
    this.place += 1;
  }

  private members(end: string): Readonly<Record<string, unknown>> {
    const pairs: [string, unknown][] = [];
    while (this.peek() !== end) {
      const key = this.text();
      this.take(':');
      pairs.push([key.quoted ? key.text : (NAMES.get(key.text.toLowerCase()) ?? key.text), this.value()]);
      if (this.peek() === end) break;
      this.take(';');
    }
    return Object.fromEntries(pairs);
  }

  private list(): readonly unknown[] {
    const values: unknown[] = [];
    while (this.peek() !== ']') {
      values.push(this.value());
      if (this.peek() === ']') break;
      this.take(';');
    }
    return values;
  }

  private text(): Token {
    const token = this.tokens[this.place];
    if (token === undefined || token.sign !== 'text') throw new SyntaxError('no text');
    this.place += 1;
    return token;
  }

  private value(): unknown {
    if (this.peek() === '{') return this.inside('{', '}', () => this.members('}'));
    if (this.peek() === '[') return this.inside('[', ']', () => this.list());
    const { text, quoted } = this.text();
    if (quoted) return text;
    if (NUMBER.test(text)) return Number(text.replace('−', '-').replace(',', '.'));
    return text === 'có' ? true : text === 'không' ? false : text === 'null' ? null : text;
  }

  private inside<T>(open: string, close: string, read: () => T): T {
    this.take(open);
    this.depth += 1;
    if (this.depth > DEEPEST) throw new SyntaxError('deeper than any answer');
    const value = read();
    this.depth -= 1;
    this.take(close);
    return value;
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.trim().matchAll(TOKEN)) {
    const [all, quoted, sign, plain] = match;
    end = match.index + all.length;
    if (quoted !== undefined) tokens.push({ sign: 'text', text: JSON.parse(quoted) as string, quoted: true });
    else if (sign !== undefined) tokens.push({ sign, text: sign, quoted: false });
    else if (plain !== undefined && plain.trim() !== '') tokens.push({ sign: 'text', text: plain.trim(), quoted: false });
  }
  if (end < text.trim().length) throw new SyntaxError('a quote without its end');
  return tokens;
}

/** The answer that a cell states; null for what can't be read. */
export function readAnswer(written: string): Readonly<Record<string, unknown>> | null {
  try {
    return new AnswerReader(tokensOf(written)).whole();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
