/** Where each value of a JSON text begins, by its pointer; or where the text stops being JSON. Lines count from 1. */
export type JsonPlaces =
  | { readonly ok: true; readonly document: unknown; lineOf(pointer: string): number }
  | { readonly ok: false; readonly line: number; readonly detail: string };

/** Reads a JSON text and remembers the lines, so that a finding can be shown where it is. */
export function readJson(text: string): JsonPlaces {
  const reader = new PlaceReader(text);
  try {
    const lines = reader.read();
    const document: unknown = JSON.parse(text);
    return { ok: true, document, lineOf: (pointer) => nearestLine(lines, pointer) };
  } catch {
    const detail = $localize`Từ dòng này tệp không còn đúng dạng JSON. Kiểm tra dấu phẩy, ngoặc và dấu nháy quanh dòng này.`;
    return { ok: false, line: reader.line, detail };
  }
}

/** A field that is missing has no line of its own: then the line of what should hold it. */
function nearestLine(lines: ReadonlyMap<string, number>, pointer: string): number {
  const found = lines.get(pointer);
  if (found !== undefined) {
    return found;
  }
  return pointer === '' ? 1 : nearestLine(lines, pointer.slice(0, pointer.lastIndexOf('/')));
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;

/** Walks a JSON text and stops with an error where it is none; `line` is then the line of the error. */
class PlaceReader {
  line = 1;
  private at = 0;
  private readonly lines = new Map<string, number>();

  constructor(private readonly text: string) {}

  read(): ReadonlyMap<string, number> {
    this.value('');
    this.skipBlank();
    if (this.at < this.text.length) {
      throw new SyntaxError('Something follows the document');
    }
    return this.lines;
  }

  private value(pointer: string): void {
    this.skipBlank();
    this.lines.set(pointer, this.line);
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      this.members(pointer, first === '{' ? '}' : ']');
      return;
    }
    this.take(first === '"' ? STRING : LITERAL);
  }

  private members(pointer: string, close: '}' | ']'): void {
    this.at += 1;
    this.skipBlank();
    for (let index = 0; this.text[this.at] !== close; index += 1) {
      if (index > 0) {
        this.expect(',');
      }
      const key = close === '}' ? this.key() : String(index);
      this.value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      this.skipBlank();
    }
    this.at += 1;
  }

  private key(): string {
    this.skipBlank();
    const key = JSON.parse(this.take(STRING)) as string;
    this.skipBlank();
    this.expect(':');
    return key;
  }

  private expect(sign: ',' | ':'): void {
    if (this.text[this.at] !== sign) {
      throw new SyntaxError(`Not a "${sign}"`);
    }
    this.at += 1;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) {
      throw new SyntaxError('Not a value');
    }
    this.at += found[0].length;
    return found[0];
  }

  private skipBlank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) {
      this.line += this.text[this.at] === '\n' ? 1 : 0;
      this.at += 1;
    }
  }
}
