const DECIMAL = /^\d{1,3}(?:\.\d{1,3})*\.?$/;
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\.?$/;
const LETTER = /^([a-zđ]|[A-H])[).]?$/;
const WORTH: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/**
 * @example
 * romanValue('IV'); // 4
 */
export function romanValue(text: string): number {
  const worths = [...text].map((letter) => WORTH[letter] ?? 0);
  return worths.reduce((sum, worth, index) => sum + (worth < (worths[index + 1] ?? 0) ? -worth : worth), 0);
}

export interface ReadCode {
  readonly code: string;
  /** Said where the printed ordinal and the code are not the same thing. */
  readonly assumed: string | null;
}

/**
 * The codes of criteria by their printed ordinals, in their order: `1.2` as it is; `II` as field 2, below which a lone `1` is 2.1; a
 * letter counts below the criterion before it. Null for what is no ordinal, such as a dash.
 */
export class CodeReader {
  private field: string | null = null;
  private relative = false;
  private last: string | null = null;
  private letters = 0;

  read(ordinal: string): ReadCode | null {
    const text = ordinal.trim();
    if (DECIMAL.test(text)) {
      return this.decimal(text.replace(/\.$/, ''));
    }
    if (ROMAN.test(text)) {
      return this.roman(text.replace(/\.$/, ''));
    }
    return LETTER.test(text) ? this.letter(text) : null;
  }

  private roman(text: string): ReadCode {
    this.field = String(romanValue(text));
    this.relative = false;
    return this.keep(this.field, `«${text}» là lĩnh vực ${this.field}.`);
  }

  private decimal(text: string): ReadCode {
    if (this.field === null) {
      return this.keep(text, null);
    }
    this.relative ||= !text.includes('.');
    const isWhole = !this.relative && text.startsWith(`${this.field}.`);
    return isWhole ? this.keep(text, null) : this.keep(`${this.field}.${text}`, `«${text}» nằm dưới lĩnh vực ${this.field}.`);
  }

  private letter(text: string): ReadCode | null {
    if (this.last === null) {
      return null;
    }
    this.letters += 1;
    return { code: `${this.last}.${this.letters}`, assumed: `«${text}» là tiêu chí ${this.last}.${this.letters}.` };
  }

  private keep(code: string, assumed: string | null): ReadCode {
    this.last = code;
    this.letters = 0;
    return { code, assumed };
  }
}
