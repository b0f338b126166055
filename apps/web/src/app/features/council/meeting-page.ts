import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { PageTitle } from '../../platform/navigation/page-title';
import { AnswerText } from '../../ui/answer/answer-text';
import { KeyHint } from '../../ui/feedback/key-hint';
import { NumberPipe, PointsPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { outcomeSentence, proposalTitle } from './council-words';
import { ItemDesk } from './item-desk';
import { meetingKeyOf } from './item-keys';

/** One item for the projector: big type, the proposals, and how many voted for which once the chair announces it. */
@Component({
  selector: 'par-meeting-page',
  imports: [AnswerText, KeyHint, LoadState, MatButton, NumberPipe, PointsPipe, RouterLink],
  providers: [ItemDesk],
  templateUrl: './meeting-page.html',
  styleUrl: './meeting-page.css',
  host: { '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingPage {
  private readonly router = inject(Router);
  protected readonly desk = inject(ItemDesk);

  readonly itemId = input.required<string>();

  /** Hidden again at every item, whatever its state. */
  protected readonly announced = linkedSignal<string, boolean>({ source: this.itemId, computation: () => false });
  protected readonly mayAnnounce = computed(() => this.desk.mayClose() || this.desk.view()?.state === 'closed');
  protected readonly outcome = computed(() => {
    const view = this.desk.view();
    return view && this.announced() ? outcomeSentence(view) : null;
  });
  protected readonly titleOf = proposalTitle;

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.itemId.set(this.itemId()));
    effect(() => {
      const view = this.desk.view();
      if (view) {
        title.name($localize`${view.criterion.code}:code: · ${view.agency.name}:agency: · Hội đồng`);
      }
    });
  }

  protected press(event: KeyboardEvent): void {
    const key = meetingKeyOf(event);
    if (key === 'none') {
      return;
    }
    event.preventDefault();
    const commands = {
      previous: () => this.open(this.desk.view()?.previousId),
      next: () => this.open(this.desk.view()?.nextId),
      announce: () => this.announce(),
      leave: () => this.leave(),
    } as const;
    commands[key]();
  }

  protected open(id: string | null | undefined): void {
    if (id) {
      void this.router.navigate(['/council/items', id, 'meeting'], { replaceUrl: true });
    }
  }

  /** The votes as they stand at this moment, not when the item came on the screen. */
  protected announce(): void {
    if (this.mayAnnounce() && !this.announced()) {
      this.desk.loaded.reload();
      this.announced.set(true);
    }
  }

  private leave(): void {
    void this.router.navigate(['/council/items', this.itemId()]);
  }
}
