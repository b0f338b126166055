import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Measure } from '@par-index/scoring';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Problems } from '../checks/problems';
import { type Fields, numberTextOf, textOf, withTypedNumber } from '../draft/fields';
import { NumberCell } from './number-cell';
import type { PartEdit } from './rule-edit';

interface TextLine {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

interface NumberLine {
  readonly name: 'min' | 'max';
  readonly label: string;
  readonly placeholder: string;
}

const START: Readonly<Record<Measure['type'], Fields>> = {
  ratio: { type: 'ratio', numerator: '', denominator: '' },
  number: { type: 'number', label: '', unit: '' },
  growth: { type: 'growth', current: '', previous: '' },
};

const TEXTS: Readonly<Record<Measure['type'], readonly TextLine[]>> = {
  ratio: [
    { name: 'numerator', label: $localize`Tử số là`, hint: $localize`ví dụ: Số hồ sơ giải quyết đúng hạn` },
    { name: 'denominator', label: $localize`Mẫu số là`, hint: $localize`ví dụ: Tổng số hồ sơ đã giải quyết` },
  ],
  number: [
    { name: 'label', label: $localize`Số liệu là`, hint: $localize`ví dụ: Số sáng kiến được công nhận` },
    { name: 'unit', label: $localize`Đơn vị tính`, hint: $localize`ví dụ: sáng kiến (có thể để trống)` },
  ],
  growth: [
    { name: 'current', label: $localize`Số liệu kỳ này là`, hint: $localize`ví dụ: Hồ sơ trực tuyến năm 2026` },
    { name: 'previous', label: $localize`Số liệu kỳ trước là`, hint: $localize`ví dụ: Hồ sơ trực tuyến năm 2025` },
  ],
};

const NUMBERS: Readonly<Record<Measure['type'], readonly NumberLine[]>> = {
  ratio: [{ name: 'max', label: $localize`Tỷ lệ cao nhất có thể (%)`, placeholder: '100' }],
  number: [
    { name: 'min', label: $localize`Giá trị nhỏ nhất`, placeholder: '0' },
    { name: 'max', label: $localize`Giá trị lớn nhất`, placeholder: $localize`không giới hạn` },
  ],
  growth: [],
};

const isType = (type: string): type is Measure['type'] => type in START;

/** What the agency states, and what it is called: a ratio, a figure, or growth. */
@Component({
  selector: 'par-measure-editor',
  imports: [FieldError, NumberCell],
  templateUrl: './measure-editor.html',
  styleUrl: './measure-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureEditor {
  readonly measure = input.required<Fields>();
  readonly problems = input(Problems.none);
  readonly written = output<PartEdit>();

  protected readonly types = [
    { type: 'ratio', label: $localize`Tỷ lệ % (tử số / mẫu số)` },
    { type: 'number', label: $localize`Một con số` },
    { type: 'growth', label: $localize`Tốc độ tăng so với kỳ trước (%)` },
  ] as const;
  protected readonly type = computed(() => {
    const type = textOf(this.measure(), 'type');
    return isType(type) ? type : 'ratio';
  });
  protected readonly texts = computed(() => TEXTS[this.type()]);
  protected readonly numbers = computed(() => NUMBERS[this.type()]);
  protected readonly textOf = textOf;
  protected readonly numberTextOf = numberTextOf;

  protected choose(type: string): void {
    if (isType(type)) {
      this.written.emit({ change: () => START[type] });
    }
  }

  protected say(name: string, text: string): void {
    this.written.emit({ change: (measure) => ({ ...measure, [name]: text }), key: name });
  }

  protected figure(name: string, text: string): void {
    this.written.emit({ change: (measure) => withTypedNumber(measure, name, text), key: name });
  }
}
