import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon';
import { ChangesApi } from './changes-api';

/** «Thay đổi sau khi nộp: n hồ sơ»: for whoever closes a phase or publishes. Nothing where nothing changed. */
@Component({
  selector: 'par-cycle-changes',
  imports: [Icon, RouterLink],
  template: `
    @if (changed().length > 0) {
      <details class="notice notice-partial">
        <summary><par-icon name="history" [size]="18" /> <strong i18n>Thay đổi sau khi nộp: {{ changed().length }} hồ sơ</strong></summary>
        <ul>
          @for (one of changed(); track one.assessmentId) {
            <li><a [routerLink]="['/appraisals', one.assessmentId]">{{ one.agency.name }}</a> · <ng-container i18n>{{ one.criteria }} tiêu chí</ng-container></li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    details { display: block; padding-block: var(--space-2); }
    summary { width: fit-content; cursor: pointer; }
    summary par-icon { margin-right: 4px; vertical-align: -4px; }
    ul { display: grid; gap: 2px; max-height: 200px; margin: var(--space-2) 0 0; padding-left: var(--space-5); overflow: auto; }
    a { color: inherit; }
    :host:empty { display: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CycleChanges {
  private readonly api = inject(ChangesApi);

  readonly cycleId = input.required<string>();

  private readonly loaded = rxResource({ params: this.cycleId, stream: ({ params }) => this.api.ofCycle(params) });
  protected readonly changed = computed(() => (this.loaded.hasValue() ? this.loaded.value() : []));
}
