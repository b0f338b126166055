import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { type AgencyView, type Role, type RoleGrantRequest, ROLES } from '@par-index/contract';
import { Icon } from '../../ui/icon/icon';
import { ROLE_WORDS } from '../../ui/words/role-words';

/** The roles of one person, each for one agency. */
@Component({
  selector: 'par-grants-editor',
  imports: [Icon, MatButton, MatIconButton],
  templateUrl: './grants-editor.html',
  styleUrl: './grants-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrantsEditor {
  readonly agencies = input.required<readonly AgencyView[]>();
  readonly grants = model.required<readonly RoleGrantRequest[]>();

  protected readonly roles = ROLES.map((role) => ({ role, words: ROLE_WORDS[role] }));
  private readonly first = computed(() => this.agencies()[0]?.id ?? '');

  protected setRole(index: number, text: string): void {
    const role = ROLES.find((known) => known === text);
    if (role) {
      this.change(index, (grant) => ({ ...grant, role }));
    }
  }

  protected setAgency(index: number, agencyId: string): void {
    this.change(index, (grant) => ({ ...grant, agencyId }));
  }

  protected add(): void {
    const role: Role = 'agency-officer';
    this.grants.update((grants) => [...grants, { role, agencyId: grants.at(-1)?.agencyId ?? this.first() }]);
  }

  protected remove(index: number): void {
    this.grants.update((grants) => grants.filter((_, at) => at !== index));
  }

  private change(index: number, to: (grant: RoleGrantRequest) => RoleGrantRequest): void {
    this.grants.update((grants) => grants.map((grant, at) => (at === index ? to(grant) : grant)));
  }
}
