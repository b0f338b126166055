import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyGroupView, CriteriaSetView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { DraftsApi } from './editor/saving/drafts-api';

const fieldOf = (document: unknown, name: string): string => {
  const value = typeof document === 'object' && document !== null ? (document as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The last step of an import: what the set is called and whom it ranks, then a draft of it. */
@Component({
  selector: 'par-import-start',
  imports: [FieldError, MatButton, RefusalNotice],
  templateUrl: './import-start.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportStart {
  private readonly api = inject(DraftsApi);

  readonly document = input.required<unknown>();
  readonly groups = input<readonly AgencyGroupView[]>([]);
  readonly created = output<CriteriaSetView>();

  protected readonly title = linkedSignal(() => fieldOf(this.document(), 'title'));
  protected readonly code = linkedSignal(() => fieldOf(this.document(), 'code'));
  protected readonly year = linkedSignal(() => fieldOf(this.document(), 'year'));
  protected readonly groupCode = linkedSignal(() => fieldOf(this.document(), 'appliesTo'));
  protected readonly knowsGroup = computed(() => this.groups().some(({ code }) => code === this.groupCode()));
  protected readonly refusal = signal<Refusal | null>(null);
  private readonly tried = signal(false);
  /** What can be seen here already, by field. */
  private readonly wrong = computed<Readonly<Record<string, string>>>(() => ({
    ...(this.title().trim() === '' ? { '/title': $localize`Hãy nhập tên bộ tiêu chí.` } : {}),
    ...(this.code().trim() === '' ? { '/code': $localize`Hãy nhập mã bộ.` } : {}),
    ...(/^\d{4}$/.test(this.year().trim()) ? {} : { '/year': $localize`Hãy nhập năm bốn chữ số.` }),
    ...(this.knowsGroup() ? {} : { '/groupCode': $localize`Hãy chọn nhóm cơ quan.` }),
  }));
  private busy = false;

  protected async create(): Promise<void> {
    this.tried.set(true);
    if (this.busy || Object.keys(this.wrong()).length > 0) {
      return;
    }
    this.busy = true;
    this.refusal.set(null);
    try {
      const own = { title: this.title().trim(), code: this.code().trim(), year: Number(this.year()), groupCode: this.groupCode() };
      this.created.emit(await firstValueFrom(this.api.create({ document: this.document(), ...own })));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy = false;
    }
  }

  protected problemOf(pointer: string): string | null {
    return (this.tried() ? this.wrong()[pointer] : undefined) ?? this.refusal()?.field(pointer) ?? null;
  }
}
