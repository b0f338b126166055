import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type CycleView, hasReached, type Phase } from '@par-index/contract';
import { firstValueFrom, forkJoin, map, of } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { PHASE_WORDS } from '../../ui/words/phase-words';
import { CycleApi } from './cycle-api';
import { substitutesOf, usableSets, type WindowDraft, windowDrafts, windowsOf } from './cycle-draft';

const text = (value: string, required?: 'required') => new FormControl(value, { nonNullable: true, validators: required ? [Validators.required] : [] });

/** Makes a cycle, or changes its dates; sets and substitutes only while it is being prepared. */
@Component({
  selector: 'par-cycle-form-page',
  imports: [FieldError, Icon, LoadState, MatButton, PageHeader, ReactiveFormsModule, RefusalNotice, RouterLink],
  templateUrl: './cycle-form-page.html',
  styleUrl: './cycle-form-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CycleFormPage {
  private readonly api = inject(CycleApi);
  private readonly current = inject(CurrentCycle);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Absent where a new cycle is made. */
  readonly id = input<string>();

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly phaseWords = PHASE_WORDS;
  protected readonly newTitle = $localize`Tạo kỳ đánh giá`;
  protected readonly loaded = rxResource({
    params: () => this.id() ?? '',
    stream: ({ params }) => forkJoin({ cycle: params ? this.api.get(params) : of(null), sets: this.api.sets(), agencies: this.api.agencies('so-ban-nganh') }),
  });
  protected readonly cycle = computed<CycleView | null>(() => (this.loaded.hasValue() ? this.loaded.value().cycle : null));
  protected readonly preparing = computed(() => (this.cycle()?.phase ?? 'preparing') === 'preparing');
  protected readonly agencies = computed(() => (this.loaded.hasValue() ? this.loaded.value().agencies : []));

  protected readonly windows = new FormArray(windowDrafts(null).map((draft) => windowGroup(draft)));
  protected readonly substitutes = new FormArray([substituteGroup('', '')]);
  protected readonly chosenSets = signal<ReadonlySet<string>>(new Set());
  protected readonly form = new FormGroup({
    year: new FormControl(new Date().getFullYear(), { nonNullable: true, validators: [Validators.required, Validators.min(2000), Validators.max(2100)] }),
    title: text('', 'required'),
    leadAgencyId: text('', 'required'),
    reason: text(''),
    windows: this.windows,
    substitutes: this.substitutes,
  });
  protected readonly year = signal(this.form.controls.year.value);
  protected readonly sets = computed(() => (this.loaded.hasValue() ? usableSets(this.loaded.value().sets, this.year()) : []));

  constructor() {
    this.form.controls.year.valueChanges.pipe(map(Number)).subscribe((year) => this.year.set(year));
    effect(() => this.fill(this.cycle()));
  }

  protected choose(id: string): void {
    const next = new Set(this.chosenSets());
    if (!next.delete(id)) {
      next.add(id);
    }
    this.chosenSets.set(next);
  }

  protected addSubstitute(): void {
    this.substitutes.push(substituteGroup('', ''));
  }

  /** Over for the whole cycle: its dates stay as they were. */
  protected isOver(phase: Phase): boolean {
    const now = this.cycle()?.phase;
    return now !== undefined && now !== phase && hasReached(now, phase);
  }

  protected problem(pointer: string): string | null {
    return this.refusal()?.field(pointer) ?? null;
  }

  protected emptyProblem(field: 'year' | 'title' | 'leadAgencyId'): string | null {
    return this.problem(`/${field}`) ?? (this.tried() && this.form.controls[field].invalid ? $localize`Hãy nhập ô này.` : null);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const saved = await firstValueFrom(this.write());
      this.toasts.done($localize`Đã lưu kỳ đánh giá.`);
      this.current.reload();
      await this.router.navigate(['/cycles', saved.id]);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private write() {
    const { year, title, leadAgencyId, reason } = this.form.getRawValue();
    const windows = windowsOf(this.windows.getRawValue());
    const setUp = { criteriaSetIds: [...this.chosenSets()], substitutes: substitutesOf(this.substitutes.getRawValue()) };
    const cycle = this.cycle();
    if (!cycle) {
      return this.api.create({ year: Number(year), title, leadAgencyId, windows, ...setUp });
    }
    return this.api.edit(cycle, { title, windows, ...(this.preparing() ? setUp : {}), ...(reason.trim() ? { reason } : {}) });
  }

  private fill(cycle: CycleView | null): void {
    if (!cycle) {
      return;
    }
    this.form.controls.leadAgencyId.disable();
    this.form.patchValue({ year: cycle.year, title: cycle.title, leadAgencyId: cycle.leadAgency.id });
    this.windows.setValue(windowDrafts(cycle).map((draft) => ({ ...draft })));
    this.chosenSets.set(new Set(cycle.sets.map(({ criteriaSetId }) => criteriaSetId)));
    this.substitutes.clear();
    cycle.substitutes.forEach(({ owner, substitute }) => this.substitutes.push(substituteGroup(owner.id, substitute.id)));
  }
}

function windowGroup({ phase, opensAt, deadlineAt, closeAt }: WindowDraft) {
  return new FormGroup({ phase: new FormControl(phase, { nonNullable: true }), opensAt: text(opensAt), deadlineAt: text(deadlineAt), closeAt: text(closeAt) });
}

function substituteGroup(ownerAgencyId: string, substituteAgencyId: string) {
  return new FormGroup({ ownerAgencyId: text(ownerAgencyId), substituteAgencyId: text(substituteAgencyId) });
}
