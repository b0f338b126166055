import type { Found } from './found';

/** What is wrong in one part of the draft, asked for by the place of a field in it. */
export class Problems {
  static readonly none = new Problems([]);

  constructor(
    private readonly found: readonly Pick<Found, 'within' | 'sentence' | 'severity'>[],
    private readonly at = '',
  ) {}

  /** The sentence for a field; null where nothing is wrong with it. */
  exactly(field: string): string | null {
    return this.found.find(({ within }) => within === this.at + field)?.sentence ?? null;
  }

  /** The sentences for a field and everything in it. */
  allWithin(field: string): readonly string[] {
    const place = this.at + field;
    return this.found.filter(({ within }) => within === place || within.startsWith(`${place}/`)).map(({ sentence }) => sentence);
  }

  /** Whether something is wrong with the field or in it. */
  marks(field: string): boolean {
    return this.allWithin(field).length > 0;
  }

  below(field: string): Problems {
    return new Problems(this.found, this.at + field);
  }

  /** The place of a field in the node, for whoever jumps to it. */
  place(field: string): string {
    return this.at + field;
  }
}
