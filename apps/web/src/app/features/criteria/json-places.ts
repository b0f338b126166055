/** Where each value of a JSON text begins, by its pointer; or where the text stops being JSON. Lines count from 1. */
export type JsonPlaces =
  | { readonly ok: true; readonly document: unknown; lineOf(pointer: string): number }
  | { readonly ok: false; readonly line: number; readonly detail: string };

/** Reads a JSON text and remembers the lines, so that a finding can be shown where it is. */
export function readJson(text: string): JsonPlaces {
  try {
    const document: unknown = JSON.parse(text);
    const lines = new PlaceReader(text).read();
    return { ok: true, document, lineOf: (pointer) => nearestLine(lines, pointer) };
  } catch (error) {
    const line = lineOfError(text, error instanceof Error ? error.message : '');
    return { ok: false, line, detail: $localize`Từ dòng này tệp không còn đúng dạng JSON. Kiểm tra dấu phẩy, ngoặc và dấu nháy quanh dòng này.` };
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

function lineOfError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const line = /line (\d+)/.exec(message)?.[1];
  const lines = text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
  return line === undefined ? lines : Number(line);
}

/** Walks a text that is known to be JSON. */
class PlaceReader {
  private at = 0;
  private line = 1;
  private readonly lines = new Map<string, number>();

  constructor(private readonly text: string) {}

  read(): ReadonlyMap<string, number> {
    this.value('');
    return this.lines;
  }

  private value(pointer: string): void {
    this.skipBlank();
    this.lines.set(pointer, this.line);
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      this.members(pointer, first === '{' ? '}' : ']');
    } else if (first === '"') {
      this.string();
    } else {
      this.at += /^[^\s,\]}]+/.exec(this.text.slice(this.at, this.at + 40))?.[0].length ?? 1;
    }
  }

  private members(pointer: string, close: string): void {
    this.at += 1;
    this.skipBlank();
    for (let index = 0; this.text[this.at] !== close; index += 1) {
      const key = close === '}' ? this.key() : String(index);
      this.value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      this.skipBlank();
      this.at += this.text[this.at] === ',' ? 1 : 0;
      this.skipBlank();
    }
    this.at += 1;
  }

  private key(): string {
    this.skipBlank();
    const key = JSON.parse(this.string()) as string;
    this.skipBlank();
    this.at += 1;
    return key;
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    while (this.text[this.at] !== '"') {
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    }
    this.at += 1;
    return this.text.slice(start, this.at);
  }

  private skipBlank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) {
      this.line += this.text[this.at] === '\n' ? 1 : 0;
      this.at += 1;
    }
  }
}
