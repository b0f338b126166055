import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** What the server refused, beside the buttons that asked for it. Stays until the next try. */
@Component({
  selector: 'par-refusal-notice',
  imports: [Icon],
  template: `@if (text(); as sentence) { <div class="notice notice-late" role="alert"><par-icon name="error" /><p>{{ sentence }}</p></div> }`,
  host: { '[hidden]': '!text()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefusalNotice {
  readonly text = input.required<string | null | undefined>();
}
