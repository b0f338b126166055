import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '../../platform/session/session';
import { DayPipe } from '../../ui/format/date-pipes';
import { PageHeader } from '../../ui/page-header/page-header';
import { ROLE_WORDS } from '../../ui/words/role-words';
import { ChangePassword } from './change-password';
import { NotificationPreferences } from './notification-preferences';
import { OwnAbsences } from './own-absences';
import { OwnSessions } from './own-sessions';

/** The own account: who I am here, my password, where I am signed in. */
@Component({
  selector: 'par-account-page',
  imports: [ChangePassword, DayPipe, NotificationPreferences, OwnAbsences, OwnSessions, PageHeader],
  template: `
    <div class="page">
      <par-page-header heading="Tài khoản của tôi" i18n-heading [lead]="name()" />
      <section class="stack" aria-labelledby="roles-title">
        <h2 id="roles-title" i18n>Vai trò</h2>
        <ul class="panel">@for (grant of grants(); track $index) { <li class="panel-body"><strong>{{ grant.role }}</strong><br />{{ grant.agency }}@if (grant.actingFor; as absent) { <p class="muted small" i18n>thay mặt {{ absent.fullName }} đến hết {{ absent.endsOn | day }}</p> }</li> }</ul>
      </section>
      <par-own-absences />
      <par-notification-preferences />
      <par-own-sessions />
      <par-change-password />
    </div>
  `,
  styles: `.page { max-width: 720px; } li + li { border-top: 1px solid var(--line); }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  private readonly session = inject(Session);

  protected readonly name = computed(() => {
    const view = this.session.view();
    return view ? `${view.fullName} (${view.userName})` : '';
  });
  protected readonly grants = computed(() => (this.session.view()?.grants ?? []).map(({ role, agency, actingFor }) => ({ role: ROLE_WORDS[role], agency: agency.name, actingFor: actingFor ?? null })));
}
