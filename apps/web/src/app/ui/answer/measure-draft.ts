import type { Answer, Measure } from '@par-index/scoring';
import type { DraftKind } from './draft';
import type { FieldValue } from './field-value';

/** One number of a measure: its key in the answer, its label, its unit. */
export interface MeasureField {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
}

export type MeasureDraft = Readonly<Record<string, FieldValue>>;

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
export function measureDraft(measure: Measure): DraftKind<MeasureDraft> {
  const keys = fieldsOf(measure).map(({ key }) => key);
  return {
    read: (answer) => Object.fromEntries(keys.map((key) => [key, numberAt(answer, key)])),
    write: (draft) => {
      const values = keys.map((key) => draft[key] ?? null);
      if (values.includes('unreadable')) {
        return 'unreadable';
      }
      return values.includes(null) ? null : (Object.fromEntries(keys.map((key, index) => [key, values[index]])) as unknown as Answer);
    },
  };
}

function numberAt(answer: Answer | null, key: string): number | null {
  const value = (answer as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof value === 'number' ? value : null;
}
