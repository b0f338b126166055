import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { Presence } from './presence';

/** «Nguyễn Văn A đang sửa tiêu chí này»: who else of the same side is at a criterion. Nothing where there is nobody. */
@Component({
  selector: 'par-presence-line',
  imports: [Icon],
  providers: [Presence],
  template: `@if (words(); as sentence) { <par-icon name="person" [size]="16" /><span>{{ sentence }}</span> }`,
  styles: `
    :host { display: inline-flex; gap: 4px; align-items: center; min-width: 0; color: var(--text-muted); font-size: var(--text-small); }
    :host:empty { display: none; }
    span { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceLine {
  private readonly presence = inject(Presence);

  readonly assessmentId = input.required<string>();
  readonly code = input.required<string>();
  /** Whether this page has typed into it. */
  readonly editing = input(false);

  protected readonly words = computed(() => {
    const others = this.presence.others();
    const named = (deed: 'open' | 'editing') => others.filter((other) => other.deed === deed).map(({ fullName }) => fullName).join(', ');
    const [editing, open] = [named('editing'), named('open')];
    const sentences = [editing && $localize`${editing}:names: đang sửa tiêu chí này`, open && $localize`${open}:names: đang mở tiêu chí này`];
    return sentences.filter((sentence) => sentence !== '').join(' · ');
  });

  constructor() {
    effect(() => this.presence.be({ assessmentId: this.assessmentId(), code: this.code(), deed: this.editing() ? 'editing' : 'open' }));
  }
}
