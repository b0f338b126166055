import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PersonAtSet } from '@par-index/contract';
import { Icon } from '../../../ui/icon/icon';

/** Who else has the draft open, and at which criterion. Nothing where there is nobody. */
@Component({
  selector: 'par-presence-words',
  imports: [Icon],
  template: `@if (words(); as sentence) { <par-icon name="person" [size]="16" /><span>{{ sentence }}</span> }`,
  styles: `
    :host { display: inline-flex; gap: 4px; align-items: center; color: var(--text-muted); font-size: var(--text-small); }
    :host:empty { display: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceWords {
  readonly others = input.required<readonly PersonAtSet[]>();

  protected readonly words = computed(() => this.others().map(sentenceOf).join(' · '));
}

function sentenceOf({ fullName, deed, code }: PersonAtSet): string {
  if (code === null) {
    return deed === 'editing' ? $localize`${fullName}:name: đang sửa bộ này` : $localize`${fullName}:name: đang mở bộ này`;
  }
  return deed === 'editing' ? $localize`${fullName}:name: đang sửa ${code}:code:` : $localize`${fullName}:name: đang mở ${code}:code:`;
}
