import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyRef, AssignmentException, AssignmentSource } from '@par-index/contract';

export interface ExceptionsInput {
  readonly heading: string;
  readonly exceptions: readonly AssignmentException[];
  readonly agencies: readonly AgencyRef[];
  readonly departments: readonly AgencyRef[];
  readonly editable: boolean;
}

const SOURCE_WORDS: Readonly<Record<AssignmentSource, string>> = {
  set: $localize`theo bộ tiêu chí`,
  cycle: $localize`theo phân công của kỳ`,
  agency: $localize`giao riêng cho cơ quan này`,
  substitute: $localize`thay cơ quan phụ trách, vì không ai tự thẩm định mình`,
  kept: $localize`đã thẩm định trước khi đổi phân công, giữ nguyên`,
};

/** What to do next: look at one agency, or take its exception back. */
export interface ExceptionChosen {
  readonly assessedAgencyId: string;
  readonly next: 'show' | 'take-back';
}

/** At which agencies somebody else appraises a criterion, and why. */
@Component({
  selector: 'par-exceptions-dialog',
  imports: [MatButton],
  template: `
    <div class="body">
      <h2 id="exceptions-title">{{ given.heading }}</h2>
      <ul>
        @for (one of lines; track one.assessedAgencyId) {
          <li>
            <div>
              <strong>{{ one.assessed }}</strong>
              <p class="muted">
                @if (one.appraiser) { <ng-container i18n>do {{ one.appraiser }} thẩm định</ng-container> } @else { <ng-container i18n>chưa có cơ quan thay</ng-container> }
                ·
                {{ words[one.source] }}
              </p>
            </div>
            <div class="row">
              <button type="button" matButton="text" (click)="close(one.assessedAgencyId, 'show')" i18n>Xem cơ quan này</button>
              @if (one.source !== 'substitute' && given.editable) {
                <button type="button" matButton="outlined" (click)="close(one.assessedAgencyId, 'take-back')" i18n>Trả về như chung</button>
              }
            </div>
          </li>
        }
      </ul>
      <div class="dialog-actions"><button type="button" matButton="text" (click)="dialog.close()" i18n>Đóng</button></div>
    </div>
  `,
  styles: `
    .body { display: grid; gap: var(--space-4); }
    ul { display: grid; max-height: 60dvh; overflow: auto; }
    li { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; justify-content: space-between; padding: var(--space-2) 0; border-bottom: 1px solid var(--line-faint); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExceptionsDialog {
  protected readonly given = inject<ExceptionsInput>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ExceptionChosen>>(DialogRef);
  protected readonly words = SOURCE_WORDS;
  protected readonly lines = this.given.exceptions.map((one) => ({ ...one, assessed: nameOf(this.given.agencies, one.assessedAgencyId) ?? '', appraiser: nameOf(this.given.departments, one.agencyId) }));

  protected close(assessedAgencyId: string, next: ExceptionChosen['next']): void {
    this.dialog.close({ assessedAgencyId, next });
  }
}

const nameOf = (agencies: readonly AgencyRef[], id: string | null): string | null => agencies.find((agency) => agency.id === id)?.name ?? null;
