import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyGroupView, CreateDraftRequest, CriteriaSetSummary, CriteriaSetView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { DraftsApi } from './editor/saving/drafts-api';
import { draftCode, goesOn, titleFor } from './new-set';

export interface NewSetQuestion {
  readonly sets: readonly CriteriaSetSummary[];
  readonly groups: readonly AgencyGroupView[];
  /** The set that is copied; null to begin with nothing. */
  readonly copyOf: CriteriaSetSummary | null;
  readonly year: number;
}

/** Begins a draft: empty, or as a copy of a set that is there. */
@Component({
  selector: 'par-new-set-dialog',
  imports: [FieldError, MatButton, RefusalNotice],
  templateUrl: './new-set-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewSetDialog {
  private readonly api = inject(DraftsApi);
  protected readonly question = inject<NewSetQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<CriteriaSetView>>(DialogRef);

  protected readonly copyOfId = signal(this.question.copyOf?.id ?? '');
  protected readonly groupCode = signal(this.question.copyOf?.groupCode ?? this.question.groups[0]?.code ?? '');
  protected readonly year = signal(String(this.question.year));
  private readonly typedTitle = signal<string | null>(null);
  private readonly typedCode = signal<string | null>(null);
  private readonly groupName = computed(() => this.question.groups.find(({ code }) => code === this.groupCode())?.name ?? '');
  /** The set that is copied, where the copy is to be its next version. */
  private readonly before = computed(() => {
    const source = this.question.sets.find(({ id }) => id === this.copyOfId());
    return goesOn({ source, groupCode: this.groupCode(), year: this.year() }) ? source : undefined;
  });
  /** Proposed until somebody types their own. */
  protected readonly title = computed(() => this.typedTitle() ?? this.before()?.title ?? titleFor(this.groupName(), this.year()));
  protected readonly code = computed(() => this.typedCode() ?? this.before()?.code ?? draftCode(this.groupCode(), this.year()));
  /** The next version of a set that is there. */
  protected readonly continues = computed(() => this.question.sets.find(({ code, state }) => code === this.code() && state !== 'draft') ?? null);
  protected readonly refusal = signal<Refusal | null>(null);
  private readonly tried = signal(false);
  protected readonly titleProblem = computed(() => (this.tried() && this.title().trim() === '' ? $localize`Hãy nhập tên bộ tiêu chí.` : (this.refusal()?.field('/title') ?? null)));
  protected readonly yearProblem = computed(() => (this.tried() && !this.soundYear() ? $localize`Hãy nhập năm bốn chữ số.` : (this.refusal()?.field('/year') ?? null)));
  protected readonly codeProblem = computed(() => (this.tried() && this.code().trim() === '' ? $localize`Hãy nhập mã bộ.` : (this.refusal()?.field('/code') ?? null)));
  private busy = false;

  protected retitle(title: string): void {
    this.typedTitle.set(title);
  }

  protected recode(code: string): void {
    this.typedCode.set(code);
  }

  /** A copy begins with the group of what it is copied from. */
  protected copy(id: string): void {
    this.copyOfId.set(id);
    const source = this.question.sets.find((set) => set.id === id);
    if (source) {
      this.groupCode.set(source.groupCode);
    }
  }

  protected async create(): Promise<void> {
    this.tried.set(true);
    if (this.busy || this.title().trim() === '' || this.code().trim() === '' || !this.soundYear()) {
      return;
    }
    this.busy = true;
    this.refusal.set(null);
    try {
      this.dialog.close(await firstValueFrom(this.api.create(this.request())));
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy = false;
    }
  }

  private soundYear(): boolean {
    return /^\d{4}$/.test(this.year().trim());
  }

  private request(): CreateDraftRequest {
    const own = { title: this.title().trim(), code: this.code().trim(), year: Number(this.year()), groupCode: this.groupCode() };
    return this.copyOfId() === '' ? own : { ...own, copyOfId: this.copyOfId() };
  }
}
