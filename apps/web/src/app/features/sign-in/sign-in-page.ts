import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Site } from '../../platform/site/site';
import { DemoBanner } from '../../layout/demo-banner/demo-banner';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { from } from 'rxjs';
import { DemoPeople } from './demo-people';
import { returnAddress } from './return-address';

/** Signing in with a local account; in the demonstration also as one of its people, by a card. */
@Component({
  selector: 'par-sign-in-page',
  imports: [DemoBanner, DemoPeople, MatButton, ReactiveFormsModule, RefusalNotice],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly site = inject(Site);

  /** From the address: where to go afterwards. */
  readonly next = input<string>();

  protected readonly loaded = rxResource({ stream: () => from(this.site.ensure()) });
  protected readonly place = computed(() => (this.loaded.hasValue() ? this.loaded.value().provinceName : ''));
  protected readonly people = computed(() => (this.loaded.hasValue() ? this.loaded.value().demoPeople : []));
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly form = new FormGroup({
    userName: new FormControl('', { nonNullable: true }),
    password: new FormControl('', { nonNullable: true }),
  });

  protected signIn(): Promise<void> {
    return this.enter(() => this.session.signIn(this.form.getRawValue()));
  }

  protected signInAs(userName: string): Promise<void> {
    return this.enter(() => this.session.signInAsDemoPerson(userName));
  }

  private async enter(open: () => Promise<void>): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      await open();
      await this.router.navigateByUrl(returnAddress(this.next()));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
