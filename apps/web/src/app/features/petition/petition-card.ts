import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PetitionView } from '@par-index/contract';
import { ChangesSince } from '../../platform/changes/changes-since';
import { Chip } from '../../ui/chips/chip';
import { MomentPipe } from '../../ui/format/date-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { PetitionApi } from './petition-api';
import { lookOf, REASON_WORDS } from './petition-words';

let count = 0;

/** One petition: what is asked, how far it is, what was answered, its history on demand. Its buttons are the content. */
@Component({
  selector: 'par-petition-card',
  imports: [ChangesSince, Chip, LoadState, MatButton, MomentPipe, RouterLink],
  template: `
    <article class="panel panel-body stack" [attr.aria-labelledby]="id">
      <div class="row">
        <h2 [id]="id">{{ petition().code }} {{ petition().title }}</h2>
        <par-chip [tone]="look().tone" [icon]="look().icon">{{ look().words }}</par-chip>
        @if (petition().late) { <par-chip tone="late" icon="clock" i18n>nộp muộn</par-chip> }
      </div>
      @if (withAgency()) {
        <p class="agency">{{ petition().agency.name }}</p>
        <par-changes-since [assessmentId]="petition().assessmentId" [code]="petition().code" />
      }
      <div class="asked">
        <p><span class="muted" i18n>Lý do:</span>&ngsp;<strong>{{ reasons[petition().reasonCode] }}</strong></p>
        <p class="said">{{ petition().text || '—' }}</p>
      </div>
      @if (petition().filedAt; as at) { <p class="muted small" i18n>Nộp lúc {{ at | moment }}, người ký: {{ petition().filedBy }}</p> }
      @if (petition().answeredAt; as at) {
        <div class="answer">
          <p class="muted small" i18n>Trả lời lúc {{ at | moment }}</p>
          <p class="said">{{ petition().answer }}</p>
        </div>
      }
      <div class="row">
        <ng-content />
        <a matButton="text" [routerLink]="[withAgency() ? '/appraisals' : '/assessments', petition().assessmentId, petition().code]" i18n>Xem tiêu chí trong hồ sơ</a>
        <button type="button" matButton="text" [attr.aria-expanded]="open()" (click)="open.set(!open())" i18n>Lịch sử</button>
      </div>
      @if (open()) {
        @if (history.hasValue()) {
          <ol class="history">
            @for (line of history.value(); track line.version) {
              <li><span>{{ line.changedAt | moment }} · {{ line.changedBy }} · {{ wordsOf(line.state) }}</span></li>
            }
          </ol>
        } @else {
          <par-load-state [of]="history" [rows]="2" />
        }
      }
    </article>
  `,
  styles: `
    h2 { flex: 1 1 240px; font-size: var(--text-heading-3, 16px); }
    .agency { font-size: var(--text-read, 16px); font-weight: 600; }
    .asked { display: grid; gap: var(--space-1); }
    .said { max-width: var(--measure); white-space: pre-wrap; overflow-wrap: anywhere; }
    .answer { padding-left: var(--space-3); border-left: 3px solid var(--line-strong); }
    .history { display: grid; gap: var(--space-1); padding: 0; list-style: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PetitionCard {
  private readonly api = inject(PetitionApi);

  readonly petition = input.required<PetitionView>();
  readonly withAgency = input(false);

  protected readonly id = `petition-${(count += 1)}`;
  protected readonly reasons = REASON_WORDS;
  protected readonly open = signal(false);
  protected readonly look = computed(() => lookOf(this.petition()));
  protected readonly wordsOf = (state: PetitionView['state']): string => lookOf({ state, outcome: null }).words;
  protected readonly history = rxResource({
    params: () => (this.open() ? { id: this.petition().id, version: this.petition().version } : undefined),
    stream: ({ params }) => this.api.history(params.id),
  });
}
