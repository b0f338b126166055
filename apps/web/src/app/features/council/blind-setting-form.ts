import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { BLIND_MODES, type BlindMode, type CouncilView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { numberInWords } from '../../ui/format/number-words';
import { readTypedNumber } from '../../ui/format/typed-number';
import { Icon } from '../../ui/icon/icon';
import { CouncilApi } from './council-api';
import { BLIND_MODE_WORDS } from './council-words';

/** Which items of the cycle are appraised blind, and how far apart the two may be. */
@Component({
  selector: 'par-blind-setting-form',
  imports: [FieldError, Icon, MatButton, RefusalNotice],
  templateUrl: './blind-setting-form.html',
  styles: `.control-number { max-width: 12rem; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindSettingForm {
  private readonly api = inject(CouncilApi);
  private readonly toasts = inject(Toasts);

  readonly view = input.required<CouncilView>();
  readonly saved = output<CouncilView>();

  protected readonly mode = linkedSignal<BlindMode>(() => this.view().blind.mode);
  protected readonly threshold = linkedSignal(() => numberInWords(this.view().blind.threshold));
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  private readonly tried = signal(false);
  protected readonly problem = computed(() => {
    const typed = readTypedNumber(this.threshold());
    const fits = typed.kind === 'number' && typed.value >= 0 && typed.value <= 100 && /^\d+(\.\d{1,2})?$/.test(String(typed.value));
    return this.tried() && !fits ? $localize`Hãy nhập số từ 0 đến 100, tối đa 2 chữ số thập phân.` : null;
  });
  protected readonly modes = BLIND_MODES.map((mode) => ({ mode, words: BLIND_MODE_WORDS[mode] }));

  protected async save(): Promise<void> {
    this.tried.set(true);
    const typed = readTypedNumber(this.threshold());
    if (this.problem() !== null || typed.kind !== 'number') {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.saved.emit(await firstValueFrom(this.api.setBlind(this.view(), { mode: this.mode(), threshold: typed.value })));
      this.toasts.done($localize`Đã lưu cách thẩm định độc lập.`);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
