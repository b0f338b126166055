import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Icon } from '../../../../ui/icon/icon';
import { Problems } from '../checks/problems';
import { type Fields, listOf, partOf, textOf, withTypedNumber } from '../draft/fields';
import { type Award, bandRow, type LowerEdge, nextBand, type UpperEdge, withAward, withEdge, withEdgeValue } from './band-words';
import { MeasureEditor } from './measure-editor';
import { NumberCell } from './number-cell';
import { keyed, type PartEdit, type RuleEdit, within, withinList } from './rule-edit';

/** Bands as rows: from where, up to where, and what a value in it is worth. */
@Component({
  selector: 'par-bands-editor',
  imports: [FieldError, Icon, MatButton, MeasureEditor, NumberCell],
  templateUrl: './bands-editor.html',
  styleUrls: ['./bands-editor.css', '../icon-button.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BandsEditor {
  readonly rule = input.required<Fields>();
  readonly problems = input(Problems.none);
  readonly written = output<RuleEdit>();

  protected readonly bandWords = $localize`Khoảng`;
  protected readonly lowerWords = $localize`Cận dưới của khoảng`;
  protected readonly lowerValueWords = $localize`Giá trị cận dưới của khoảng`;
  protected readonly upperWords = $localize`Cận trên của khoảng`;
  protected readonly upperValueWords = $localize`Giá trị cận trên của khoảng`;
  protected readonly awardWords = $localize`Cách cho điểm của khoảng`;
  protected readonly pointsWords = $localize`Điểm của khoảng`;
  protected readonly fromWords = $localize`Điểm ở cận dưới của khoảng`;
  protected readonly toWords = $localize`Điểm ở cận trên của khoảng`;
  protected readonly removeWords = $localize`Xóa khoảng`;
  protected readonly measure = computed(() => partOf(this.rule(), 'measure'));
  protected readonly unit = computed(() => (textOf(this.measure(), 'type') === 'number' ? textOf(this.measure(), 'unit') : '%'));
  protected readonly bands = computed(() => listOf(this.rule(), 'bands'));
  protected readonly rows = computed(() => this.bands().map(bandRow));

  protected edge(at: number, side: 'lower' | 'upper', edge: string): void {
    this.change(at, (band) => withEdge(band, side, edge as LowerEdge | UpperEdge));
  }

  protected edgeValue(at: number, edge: LowerEdge | UpperEdge, text: string): void {
    this.change(at, (band) => withEdgeValue(band, edge, text), `${edge}-${at}`);
  }

  protected award(at: number, award: string): void {
    this.change(at, (band) => withAward(band, award as Award));
  }

  protected points(at: number, text: string): void {
    this.change(at, (band) => withTypedNumber(band, 'points', text), `points-${at}`);
  }

  protected linear(at: number, end: 'from' | 'to', text: string): void {
    this.change(at, (band) => ({ ...band, linear: withTypedNumber(partOf(band, 'linear'), end, text) }), `${end}-${at}`);
  }

  protected measureWritten(edit: PartEdit): void {
    this.written.emit(within(edit, 'measure'));
  }

  protected add(): void {
    this.write((bands) => [...bands, nextBand(bands)]);
  }

  protected remove(at: number): void {
    this.write((bands) => bands.filter((_band, other) => other !== at));
  }

  private change(at: number, change: (band: Fields) => Fields, key?: string): void {
    this.write((bands) => bands.map((band, other) => (other === at ? change(band) : band)), key);
  }

  private write(change: (bands: readonly Fields[]) => readonly Fields[], key?: string): void {
    this.written.emit(withinList(keyed(change, key), 'bands'));
  }
}
