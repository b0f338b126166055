import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ReplayView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { CurrentCycle } from '../../../platform/cycle/current-cycle';
import { refusalOf } from '../../../platform/problem/refusal';
import { Toasts } from '../../../platform/toast/toasts';
import { ReasonPrompt } from '../../../ui/prompt/reason-prompt';
import { DraftsApi } from '../editor/saving/drafts-api';

/** Puts a version in the place of the one that a running cycle is scored by, with the replay that was shown and a reason. */
@Injectable()
export class Correction {
  private readonly api = inject(DraftsApi);
  private readonly prompt = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);
  private readonly current = inject(CurrentCycle);
  private readonly router = inject(Router);

  readonly refused = signal<string | null>(null);

  /** `again`: what was shown is no longer what would be recorded. */
  async ask(view: ReplayView, cycleVersion: number): Promise<'done' | 'again' | 'left'> {
    this.refused.set(null);
    const reason = await this.prompt.ask({
      title: $localize`Thay bộ tiêu chí của kỳ đang chạy?`,
      label: $localize`Lý do sửa`,
      verb: $localize`Thay bộ tiêu chí`,
      body: $localize`Mọi hồ sơ của nhóm được tính lại theo bản mới. Câu trả lời, thuyết minh, tài liệu và quyết định thẩm định được giữ nguyên.`,
      effects: effectsOf(view),
    });
    return reason === null ? 'left' : this.correct(view, cycleVersion, reason);
  }

  private async correct(view: ReplayView, cycleVersion: number, reason: string): Promise<'done' | 'again' | 'left'> {
    const request = { fromSetId: view.before.id, toSetId: view.after.id, reason, replayDigest: view.digest };
    try {
      const made = await firstValueFrom(this.api.correct(view.cycleId, request, cycleVersion));
      this.toasts.done($localize`Đã thay bộ tiêu chí; ${made.rescored}:count: điểm được tính lại`);
      this.current.reload();
      await this.router.navigate(['/cycles', view.cycleId]);
      return 'done';
    } catch (error) {
      const { code, detail, fields } = refusalOf(error);
      this.refused.set([detail, ...fields.map((field) => field.detail)].join(' '));
      return code === 'criteria-set.replay-stale' ? 'again' : 'left';
    }
  }
}

function effectsOf({ moved, refused }: ReplayView): readonly string[] {
  const setAside = refused.filter(({ blocks }) => !blocks).length;
  return [
    $localize`${moved.points}:count: cơ quan đổi điểm, ${moved.rank}:rank: cơ quan đổi hạng`,
    ...(setAside > 0 ? [$localize`${setAside}:count: câu trả lời không hợp với cách tính mới sẽ được hỏi lại`] : []),
    $localize`Các cơ quan bị ảnh hưởng được thông báo`,
  ];
}
