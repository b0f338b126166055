import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CompiledLeaf } from '@par-index/scoring';
import { AnswerText } from '../../ui/answer/answer-text';
import { pointsFigure } from '../../ui/format/number-words';
import { PointsPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import type { Sending } from './by-criterion-desk';
import type { AgencyRow } from './by-criterion-rows';
import type { Worth } from './criterion-standing';

const SENDING_WORDS: Readonly<Record<Sending, string>> = {
  saving: $localize`đang lưu`,
  saved: $localize`đã lưu`,
  unsent: $localize`chưa gửi được`,
  conflict: $localize`xung đột`,
};

/** The same as the grid, for a narrow screen: a card an agency. */
@Component({
  selector: 'par-by-criterion-cards',
  imports: [AnswerText, Icon, MatButton, PointsPipe],
  template: `
    <ul>
      @for (row of rows(); track row.assessmentId) {
        <li class="panel">
          <h2><button type="button" (click)="opened.emit(row.assessmentId)">{{ row.name }}</button></h2>
          <p class="mark"><par-icon [name]="row.mark.icon" [size]="16" /> {{ row.mark.words }} @if (sendings().get(row.assessmentId); as sending) { <strong>· {{ words(sending) }}</strong> }</p>
          <p><par-answer-text [rule]="leaf().rule" [answer]="row.declared" /> · <ng-container i18n>tự chấm {{ figure(row.own) }}</ng-container></p>
          <p class="muted small">
            @if (row.previousPoints !== null) { <span i18n>năm trước {{ row.previousPoints | points }}</span> · }
            <span i18n>{{ row.agency.evidence.length }} tài liệu</span>
            @if (row.agency.changes.length > 0) { · <span i18n>thay đổi sau khi nộp</span> }
          </p>
          @if (row.decision === 'undecided') {
            <div><button type="button" matButton="outlined" [attr.aria-label]="acceptName(row)" (click)="accepted.emit(row.assessmentId)" i18n>Chấp nhận</button></div>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; gap: var(--space-2); padding: 0; margin: 0; list-style: none; }
    li { display: grid; gap: var(--space-1); padding: var(--space-3); }
    h2 { font-size: var(--text-work); }
    h2 button { min-height: 28px; padding: 0; font: inherit; color: var(--link); text-align: left; text-decoration: underline; background: none; border: 0; cursor: pointer; }
    .mark { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ByCriterionCards {
  readonly rows = input.required<readonly AgencyRow[]>();
  readonly leaf = input.required<CompiledLeaf>();
  readonly sendings = input<ReadonlyMap<string, Sending>>(new Map());
  readonly opened = output<string>();
  readonly accepted = output<string>();

  protected words(sending: Sending): string {
    return SENDING_WORDS[sending];
  }

  protected acceptName({ name }: AgencyRow): string {
    return $localize`Chấp nhận ${name}:agency:`;
  }

  protected figure(worth: Worth | null): string {
    return worth?.kind === 'points' ? pointsFigure(worth.points) : worth?.kind === 'pending' ? $localize`chờ tổng hợp` : '–';
  }
}
