import type { Answer, Measure } from '@par-index/scoring';
import type { DraftKind } from './draft';
import { type TextsDraft, textsDraft } from './texts-draft';

/** One number of a measure: its key in the answer, its label, its unit. */
export interface MeasureField {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
}

export function fieldsOf(measure: Measure): readonly MeasureField[] {
  if (measure.type === 'number') {
    return [{ key: 'value', label: measure.label, unit: measure.unit }];
  }
  return measure.type === 'ratio'
    ? [
        { key: 'numerator', label: measure.numerator, unit: '' },
        { key: 'denominator', label: measure.denominator, unit: '' },
      ]
    : [
        { key: 'current', label: measure.current, unit: '' },
        { key: 'previous', label: measure.previous, unit: '' },
      ];
}

/** A measure is answered once all its numbers are there. */
export function measureDraft(measure: Measure): DraftKind<TextsDraft> {
  return textsDraft({
    keys: fieldsOf(measure).map(({ key }) => key),
    needs: 'all',
    numbersOf: (answer) => answer as unknown as Readonly<Record<string, unknown>>,
    answerOf: (numbers) => numbers as unknown as Answer,
  });
}
