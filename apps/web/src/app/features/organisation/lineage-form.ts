import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AgencyView, type DescendRequest, LINEAGE_KINDS, type LineageKind, type LineageView } from '@par-index/contract';
import type { Refusal } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LINEAGE_WORDS } from './lineage-words';

/** How an agency came to be: from whom, how, when, by which decision. With a `line` it is that one line, whose predecessor stays. */
@Component({
  selector: 'par-lineage-form',
  imports: [FieldError, MatButton, RefusalNotice],
  templateUrl: './lineage-form.html',
  styles: `
    form { display: grid; gap: var(--space-4); max-width: 640px; }
    ul { display: grid; gap: var(--space-1); }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineageForm {
  /** Who may be chosen. */
  readonly agencies = input<readonly AgencyView[]>([]);
  readonly line = input<LineageView | null>(null);
  readonly busy = input.required<boolean>();
  readonly refusal = input<Refusal | null>(null);
  readonly saved = output<DescendRequest>();
  readonly left = output<void>();

  protected readonly kinds = LINEAGE_KINDS;
  protected readonly words = LINEAGE_WORDS;
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly kind = signal<LineageKind>('merge');
  protected readonly effectiveOn = signal('');
  protected readonly legalBasis = signal('');
  protected readonly tried = signal(false);
  protected readonly open = computed(() => this.agencies().filter(({ id }) => !this.chosen().includes(id)));
  protected readonly picked = computed(() => this.chosen().flatMap((id) => this.agencies().find((agency) => agency.id === id) ?? []));
  /** What the server says of one of the chosen stands beside all of them, by name. */
  protected readonly peopleProblem = computed(() => {
    const own = this.chosen().map((_, at) => this.refusal()?.field(`/predecessorIds/${at}`)).find((text) => text);
    const empty = this.tried() && this.line() === null && this.chosen().length === 0 ? $localize`Hãy chọn ít nhất một cơ quan tiền thân.` : null;
    return own ?? this.refusal()?.field('/predecessorIds') ?? empty;
  });

  constructor() {
    effect(() => {
      const line = this.line();
      if (line) {
        this.kind.set(line.kind);
        this.effectiveOn.set(line.effectiveOn);
        this.legalBasis.set(line.legalBasis);
      }
    });
  }

  protected problem(field: 'kind' | 'effectiveOn' | 'legalBasis'): string | null {
    const empty = this.tried() && this[field]().trim() === '' ? $localize`Hãy nhập ô này.` : null;
    return this.refusal()?.field(`/${field}`) ?? empty;
  }

  protected pick(id: string): void {
    if (id !== '') {
      this.chosen.update((ids) => [...ids, id]);
    }
  }

  protected drop(id: string): void {
    this.chosen.update((ids) => ids.filter((one) => one !== id));
  }

  protected chooseKind(value: string): void {
    this.kind.set(LINEAGE_KINDS.find((kind) => kind === value) ?? 'merge');
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const isComplete = (this.line() !== null || this.chosen().length > 0) && this.effectiveOn() !== '' && this.legalBasis().trim() !== '';
    if (isComplete) {
      this.saved.emit({ predecessorIds: this.chosen(), kind: this.kind(), effectiveOn: this.effectiveOn(), legalBasis: this.legalBasis() });
    }
  }
}
