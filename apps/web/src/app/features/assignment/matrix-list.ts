import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AgencyRef } from '@par-index/contract';
import type { MatrixChosen } from './matrix-grid';
import type { MatrixLine } from './matrix-lines';

/** The matrix on a narrow screen: one criterion under the other, each with who appraises it. */
@Component({
  selector: 'par-matrix-list',
  imports: [MatButton],
  template: `
    <ul class="panel">
      @for (line of lines(); track line.code) {
        @if (line.isLeaf) {
          <li [class.differs]="line.isException">
            <label [for]="'line-' + line.code"><span class="muted">{{ line.code }}</span> {{ line.title }}</label>
            <select #department class="control" [id]="'line-' + line.code" [disabled]="lockedBecause() !== null" (change)="choose(line, department)">
              @if (appraiserOf(line) === '') {
                <option value="" selected i18n>chưa có cơ quan thay</option>
              }
              @for (one of departments(); track one.id) {
                <option [value]="one.id" [selected]="one.id === appraiserOf(line)">{{ one.shortName }}</option>
              }
            </select>
            @if (line.exceptions.length > 0) {
              <button type="button" class="exceptions" matButton="text" (click)="exceptionsAsked.emit(line)" i18n>{{ line.exceptions.length }} ngoại lệ</button>
            }
          </li>
        } @else {
          <li class="heading">
            <button type="button" (click)="folded.emit(line.code)" [attr.aria-expanded]="!line.isFolded">{{ line.code }} {{ line.title }}</button>
          </li>
        }
      }
    </ul>
  `,
  styles: `
    li { display: grid; gap: var(--space-1); padding: var(--space-3) var(--space-4); }
    li + li { border-top: 1px solid var(--line-faint); }
    .heading { padding: 0; background: var(--surface-sunken); }
    .heading button { min-height: 44px; padding: var(--space-2) var(--space-4); font-weight: 500; text-align: left; background: none; border: 0; cursor: pointer; }
    .exceptions { justify-self: start; }
    .differs { box-shadow: inset 3px 0 0 var(--partial-shape); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatrixList {
  readonly lines = input.required<readonly MatrixLine[]>();
  readonly departments = input.required<readonly AgencyRef[]>();
  readonly lockedBecause = input<string | null>(null);
  readonly chosen = output<MatrixChosen>();
  readonly folded = output<string>();
  readonly exceptionsAsked = output<MatrixLine>();

  protected appraiserOf({ cells }: MatrixLine): string {
    return [...cells].find(([, { share }]) => share === 'all')?.[0] ?? '';
  }

  /** The select shows what is so until the change is done. */
  protected choose(line: MatrixLine, select: HTMLSelectElement): void {
    const agencyId = select.value;
    select.value = this.appraiserOf(line);
    this.chosen.emit({ line, agencyId });
  }
}
