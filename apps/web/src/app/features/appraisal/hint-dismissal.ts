import { inject, Injectable } from '@angular/core';
import type { HintView } from '@par-index/contract';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';

/** Why a hint is put aside is asked in the same words everywhere. */
@Injectable({ providedIn: 'root' })
export class HintDismissal {
  private readonly reasons = inject(ReasonPrompt);

  /** The reason; null where the reader left it. */
  reason({ sentence }: HintView): Promise<string | null> {
    return this.reasons.ask({
      title: $localize`Bỏ qua gợi ý này?`,
      body: $localize`${sentence}:hint: Gợi ý trở lại nếu số liệu hoặc tài liệu thay đổi.`,
      label: $localize`Lý do bỏ qua`,
      verb: $localize`Bỏ qua gợi ý`,
    });
  }
}
