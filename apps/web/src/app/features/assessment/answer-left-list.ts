import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AssessmentView } from '@par-index/contract';
import { compileCriteriaSet } from '@par-index/scoring';
import type { Draft, DraftStore } from '../../platform/drafts/draft';
import { DRAFTS } from '../../platform/drafts/drafts';
import { Session } from '../../platform/session/session';
import { CopyText } from '../../ui/copy-text/copy-text';
import { standingOf } from './answer-content';
import { leftTexts } from './answer-left';
import type { AnswerDraft } from './autosave-ports';

/** What this person typed here and could not send before the assessment was locked: to be read, copied and let go. */
@Component({
  selector: 'par-left-list',
  imports: [CopyText, MatButton, RouterLink],
  template: `
    @if (lines().length > 0) {
      <section aria-labelledby="left-title">
        <h2 id="left-title" i18n>Đã nhập trên máy này nhưng chưa gửi được trước khi khóa</h2>
        <p class="muted" i18n>Nội dung không có trong hồ sơ trên máy chủ. Hãy chép lại nếu cần, hoặc đề nghị mở lại hồ sơ: khi mở lại, nội dung được gửi tiếp.</p>
        @for (line of lines(); track line.draft.stamp) {
          <div class="item">
            <p><a [routerLink]="['/assessments', view().id, line.draft.part]">{{ line.draft.part }} {{ line.title }}</a></p>
            @for (text of line.texts; track $index) {
              <p class="small muted">{{ text.field }}</p>
              <par-copy-text [text]="text.text" [label]="text.field" />
            }
            <div><button type="button" matButton="text" (click)="drop(line.draft)" i18n>Bỏ nội dung này</button></div>
          </div>
        }
      </section>
    }
  `,
  styles: `
    :host:empty { display: none; }
    section, .item { display: grid; gap: var(--space-2); min-width: 0; }
    h2 { font-size: var(--text-heading-3); }
    .item { padding: var(--space-3); border: 1px solid var(--line); border-radius: var(--radius); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftList {
  private readonly store = inject(DRAFTS) as DraftStore<AnswerDraft>;
  private readonly session = inject(Session);

  readonly view = input.required<AssessmentView>();

  private readonly drafts = resource({
    params: () => ({ userId: this.session.view()?.userId ?? '', id: this.view().id, version: this.view().version }),
    loader: ({ params }) => this.store.list(params.userId, params.id).catch(() => []),
  });
  protected readonly lines = computed(() => {
    const view = this.view();
    if (view.editable || !this.drafts.hasValue()) {
      return [];
    }
    const set = compileCriteriaSet(view.criteriaSet);
    return this.drafts.value().flatMap((draft) => {
      const leaf = set.leaf(draft.part);
      const standing = standingOf(view.answers.find(({ code }) => code === draft.part)).content;
      const texts = leaf ? leftTexts(draft, standing, leaf.rule) : [];
      return leaf && texts.length > 0 ? [{ draft, title: leaf.title, texts }] : [];
    });
  });

  protected async drop(draft: Draft<AnswerDraft>): Promise<void> {
    await this.store.remove(draft).catch(() => undefined);
    this.drafts.reload();
  }
}
