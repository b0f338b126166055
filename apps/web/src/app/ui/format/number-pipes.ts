import { Pipe, type PipeTransform } from '@angular/core';
import { numberInWords, pointsFigure } from './number-words';

/** `{{ 1842 | num }}` is `1.842`; `{{ 96.7 | num: 2 }}` is `96,70`; a dash for what is not known. */
@Pipe({ name: 'num' })
export class NumberPipe implements PipeTransform {
  transform(value: number | null | undefined, decimals?: number): string {
    return value === null || value === undefined ? '–' : numberInWords(value, decimals);
  }
}

/** `{{ points | points }}` is `1,93`; a dash while there are none. */
@Pipe({ name: 'points' })
export class PointsPipe implements PipeTransform {
  transform(points: number | null | undefined): string {
    return points === null || points === undefined ? '–' : pointsFigure(points);
  }
}
