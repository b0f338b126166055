import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { AssessmentHints, HintView } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { AppraisalDesk } from './appraisal-desk';
import { HintApi } from './hint-api';

/** The hints of one agency's criteria beside its appraisal. Lives as long as its page. */
@Injectable()
export class Hints {
  private readonly api = inject(HintApi);
  private readonly desk = inject(AppraisalDesk);

  readonly loaded = rxResource({ params: this.desk.assessmentId, stream: ({ params }) => (params === null ? EMPTY : this.api.of(params)) });
  private readonly all = linkedSignal<AssessmentHints | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  /** Criteria with a hint that nobody put aside. */
  readonly flagged = computed<ReadonlySet<string>>(() => new Set((this.all()?.hints ?? []).filter(({ dismissal }) => dismissal === null).map(({ code }) => code)));

  of(code: string): readonly HintView[] {
    return (this.all()?.hints ?? []).filter((hint) => hint.code === code);
  }

  async dismiss(hint: HintView, reason: string): Promise<void> {
    this.place(await firstValueFrom(this.api.dismiss(this.addressOf(hint), reason)));
  }

  async restore(hint: HintView): Promise<void> {
    this.place(await firstValueFrom(this.api.restore(this.addressOf(hint))));
  }

  private addressOf({ code, key }: HintView) {
    return { assessmentId: this.desk.assessmentId() ?? '', code, key };
  }

  private place(hint: HintView): void {
    this.all.update((all) => all && { ...all, hints: all.hints.map((one) => (one.code === hint.code && one.key === hint.key ? hint : one)) });
  }
}
