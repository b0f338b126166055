import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyRef, AssignmentMatrixView, SubstituteRequest } from '@par-index/contract';

/** Who stands in for each field owner at the owner itself, for nobody appraises the own agency. */
@Component({
  selector: 'par-substitutes',
  imports: [MatButton],
  template: `
    <section class="stack" aria-labelledby="substitutes-title">
      <h2 id="substitutes-title" i18n>Cơ quan thay tại chính cơ quan phụ trách</h2>
      <p class="muted" i18n>Không ai tự thẩm định mình. Tiêu chí của một cơ quan phụ trách, tại chính cơ quan đó, do cơ quan thay thẩm định.</p>
      <ul class="panel">
        @for (owner of owners(); track owner.id) {
          <li>
            <label [for]="'substitute-' + owner.id">{{ owner.name }}</label>
            <select #choice class="control" [id]="'substitute-' + owner.id" [disabled]="!view().editable" (change)="choose(owner.id, choice.value)">
              <option value="" [selected]="!drafted().get(owner.id)" i18n>— chưa chọn —</option>
              @for (one of othersThan(owner); track one.id) {
                <option [value]="one.id" [selected]="one.id === drafted().get(owner.id)">{{ one.name }}</option>
              }
            </select>
          </li>
        }
      </ul>
      @if (isChanged()) {
        <div class="row">
          <button type="button" matButton="outlined" (click)="changed.emit(list())" i18n>Xem trước và đổi cơ quan thay</button>
          <button type="button" matButton="text" (click)="reset()" i18n>Bỏ thay đổi</button>
        </div>
      }
    </section>
  `,
  styles: `
    li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 22rem); gap: var(--space-1) var(--space-4); align-items: center; padding: var(--space-2) var(--space-4); }
    li + li { border-top: 1px solid var(--line-faint); }
    @media (max-width: 599px) { li { grid-template-columns: minmax(0, 1fr); padding-block: var(--space-3); } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Substitutes {
  readonly view = input.required<AssignmentMatrixView>();
  /** The whole list as it is to be. */
  readonly changed = output<readonly SubstituteRequest[]>();

  private readonly known = computed(() => new Map(this.view().substitutes.map(({ owner, substitute }) => [owner.id, substitute.id])));
  protected readonly drafted = linkedSignal(() => this.known());
  /** Owners among the assessed agencies, and whoever has a substitute already. */
  protected readonly owners = computed(() => {
    const { rows, departments, agencies, substitutes } = this.view();
    const assessed = new Set(agencies.map(({ id }) => id));
    const ids = new Set([...rows.map(({ agencyId }) => agencyId).filter((id) => assessed.has(id)), ...substitutes.map(({ owner }) => owner.id)]);
    return departments.filter(({ id }) => ids.has(id));
  });
  protected readonly list = computed(() => [...this.drafted()].map(([ownerAgencyId, substituteAgencyId]) => ({ ownerAgencyId, substituteAgencyId })));
  protected readonly isChanged = computed(() => {
    const [known, drafted] = [this.known(), this.drafted()];
    return known.size !== drafted.size || [...drafted].some(([owner, substitute]) => known.get(owner) !== substitute);
  });

  protected othersThan({ id }: AgencyRef): readonly AgencyRef[] {
    return this.view().departments.filter((department) => department.id !== id);
  }

  protected choose(ownerId: string, substituteId: string): void {
    const others = [...this.drafted()].filter(([owner]) => owner !== ownerId);
    this.drafted.set(new Map(substituteId === '' ? others : [...others, [ownerId, substituteId]]));
  }

  protected reset(): void {
    this.drafted.set(this.known());
  }
}
