import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FieldError } from '../../../../ui/feedback/field-error';
import { Icon } from '../../../../ui/icon/icon';
import { DraftDesk } from '../draft-desk';
import { partOf, textOf, withMember } from '../draft/fields';
import { codeOf, walk } from '../draft/node-path';

/** By which criteria agencies with the same index are told apart, in this order. */
@Component({
  selector: 'par-tie-break-form',
  imports: [FieldError, Icon],
  template: `
    <div class="field" data-at="/ranking/tieBreak">
      <span class="field-label" id="tie-break-title" i18n>Khi bằng điểm, xét lần lượt</span>
      <ol aria-labelledby="tie-break-title">
        @for (line of lines(); track $index; let at = $index) {
          <li><span>{{ at + 1 }}. {{ line.code }} {{ line.title }}</span><button type="button" class="icon-button" [attr.aria-label]="removeWords + ' ' + line.code" (click)="remove(at)"><par-icon name="remove" [size]="18" /></button></li>
        }
      </ol>
      <select #box class="control" aria-label="Thêm tiêu chí xét khi bằng điểm" i18n-aria-label (change)="add(box.value); box.value = ''">
        <option value="" i18n>Thêm tiêu chí…</option>
        @for (node of others(); track node.code) { <option [value]="node.code">{{ node.code }} {{ node.title }}</option> }
      </select>
      @for (sentence of problems().allWithin('/ranking'); track sentence) { <par-field-error [text]="sentence" /> }
    </div>
  `,
  styles: `
    li { display: flex; gap: var(--space-2); align-items: center; justify-content: space-between; max-width: 560px; }
    select { max-width: 420px; }
  `,
  styleUrl: '../icon-button.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TieBreakForm {
  private readonly desk = inject(DraftDesk);

  protected readonly problems = this.desk.problems;
  protected readonly removeWords = $localize`Bỏ`;
  private readonly nodes = computed(() => walk(this.desk.set()).map(({ node }) => ({ code: codeOf(node), title: textOf(node, 'title') })));
  private readonly codes = computed(() => {
    const codes = partOf(this.desk.set(), 'ranking')['tieBreak'];
    return Array.isArray(codes) ? codes.map(String) : [];
  });
  protected readonly lines = computed(() => this.codes().map((code) => ({ code, title: this.nodes().find((node) => node.code === code)?.title ?? '' })));
  protected readonly others = computed(() => this.nodes().filter(({ code }) => code !== '' && !this.codes().includes(code)));

  protected add(code: string): void {
    if (code !== '') {
      this.write([...this.codes(), code]);
    }
  }

  protected remove(at: number): void {
    this.write(this.codes().filter((_code, other) => other !== at));
  }

  private write(codes: readonly string[]): void {
    this.desk.editSet((set) => {
      const ranking = withMember(partOf(set, 'ranking'), 'tieBreak', codes.length === 0 ? undefined : codes);
      return withMember(set, 'ranking', Object.keys(ranking).length === 0 ? undefined : ranking);
    }, $localize`sửa cách xét khi bằng điểm`);
  }
}
