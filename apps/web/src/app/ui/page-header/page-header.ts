import { afterNextRender, ChangeDetectionStrategy, Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { HeadingFocus } from './heading-focus';

/** The top of a page: its one `h1`, a line of facts under it (`[facts]`), and the one next action on the right (`[actions]`). */
@Component({
  selector: 'par-page-header',
  template: `
    <div class="text">
      <ng-content select="[crumb]" />
      <h1 #title tabindex="-1">{{ heading() }}</h1>
      @if (lead()) { <p class="lead">{{ lead() }}</p> }
      <div class="facts"><ng-content select="[facts]" /></div>
    </div>
    <div class="actions no-print"><ng-content select="[actions]" /></div>
  `,
  styleUrl: './page-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  private readonly focus = inject(HeadingFocus);
  private readonly element = viewChild.required<ElementRef<HTMLElement>>('title');

  readonly heading = input.required<string>();
  readonly lead = input('');

  constructor() {
    afterNextRender(() => this.focus.offer(this.element().nativeElement));
  }
}
