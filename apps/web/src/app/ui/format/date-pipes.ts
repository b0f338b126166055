import { Pipe, type PipeTransform } from '@angular/core';
import { dayInWords, momentInWords, timeInWords } from './date-words';

/** `{{ at | moment }}` is `25/11/2026 14:02`; nothing for null. */
@Pipe({ name: 'moment' })
export class MomentPipe implements PipeTransform {
  transform(iso: string | null | undefined): string {
    return iso ? momentInWords(iso) : '';
  }
}

/** `{{ on | day }}` is `25/11/2026`. */
@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  transform(iso: string | null | undefined): string {
    return iso ? dayInWords(iso) : '';
  }
}

/** `{{ at | clockTime }}` is `14:02`. */
@Pipe({ name: 'clockTime' })
export class ClockTimePipe implements PipeTransform {
  transform(iso: string | null | undefined): string {
    return iso ? timeInWords(iso) : '';
  }
}
