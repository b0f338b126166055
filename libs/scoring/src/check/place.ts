import { below } from '../answer/pointer';
import type { Finding } from '../model/finding';
import type { AdviceFindings, DraftFindings } from './advice-codes';
import type { SetFindings } from './codes';

/** All that can be found in a document, with the figures that the sentence needs. */
type DocumentFindings = SetFindings & AdviceFindings & DraftFindings;

/** A tree of criteria is a few levels deep; anything near this is not a criteria set, and would exhaust the stack. */
export const DEEPEST = 40;

/**
 * One place in the document under check: knows its JSON pointer (RFC 6901) and writes down what is wrong there.
 *
 * @example
 * const findings: Finding[] = [];
 * Place.root(findings).member('criteria').member(0).error('node.empty', {}); // false; its pointer is '/criteria/0'
 */
export class Place {
  private constructor(
    readonly pointer: string,
    readonly depth: number,
    private readonly findings: Finding[],
  ) {}

  /** The whole document: pointer ''. What is found anywhere below goes into `findings`. */
  static root(findings: Finding[]): Place {
    return new Place('', 0, findings);
  }

  member(key: string | number): Place {
    return new Place(below(this.pointer, key), this.depth + 1, this.findings);
  }

  /** Writes an error down; returns false so that a check can end with it. */
  error<C extends keyof DocumentFindings>(code: C, params: DocumentFindings[C]): false {
    this.findings.push({ severity: 'error', code, pointer: this.pointer, params: { ...params } });
    return false;
  }

  /** Writes down what the check of an answer found, each at its own pointer. */
  refuse(findings: readonly Finding[]): false {
    this.findings.push(...findings);
    return false;
  }

  warning<C extends keyof DocumentFindings>(code: C, params: DocumentFindings[C]): void {
    this.findings.push({ severity: 'warning', code, pointer: this.pointer, params: { ...params } });
  }
}
