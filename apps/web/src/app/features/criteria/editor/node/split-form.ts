import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { numberInWords } from '../../../../ui/format/number-words';
import { DraftDesk } from '../draft-desk';
import { numberOf } from '../draft/fields';
import { childrenOf, nodeAt } from '../draft/node-path';
import { renumbered } from '../draft/numbering';
import { sharesOf, type SplitWay, withShares } from '../draft/split-max';

/** Divides a node's points over its children, and numbers them anew. What will come out stands on the button. */
@Component({
  selector: 'par-split-form',
  imports: [MatButton],
  template: `
    <div class="row">
      @for (way of ways(); track way.way) {
        @if (way.shares) {
          <button type="button" matButton="outlined" (click)="split(way.way)">{{ way.label }}: {{ way.shares }}</button>
        }
      }
      <button type="button" matButton="outlined" (click)="renumber()" i18n>Đánh lại số thành phần</button>
    </div>
    @if (!possible()) {
      <p class="muted small" i18n>Nhập điểm tối đa để chia cho các thành phần.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitForm {
  private readonly desk = inject(DraftDesk);

  protected readonly ways = computed(() => [
    { way: 'equal' as const, label: $localize`Chia đều`, shares: this.words('equal') },
    { way: 'weighted' as const, label: $localize`Chia theo tỷ trọng hiện tại`, shares: this.words('weighted') },
  ].filter(({ way, shares }) => shares !== this.standing() && (way === 'equal' || shares !== this.words('equal'))));
  protected readonly possible = computed(() => this.shares('equal') !== null);

  protected split(way: SplitWay): void {
    const [shares, path] = [this.shares(way), this.desk.path()];
    if (shares !== null) {
      this.desk.editSet((set) => withShares(set, path, shares), $localize`chia điểm`);
    }
  }

  protected renumber(): void {
    const path = this.desk.path();
    this.desk.editSet((set) => renumbered(set, path), $localize`đánh lại số`);
  }

  /** As they are now: what is so already need not be offered. */
  private standing(): string {
    const path = this.desk.path();
    return said(childrenOf(nodeAt(this.desk.set(), path) ?? {}, path).map((child) => numberOf(child, 'max') ?? NaN));
  }

  private shares(way: SplitWay): readonly number[] | null {
    const [set, path] = [this.desk.set(), this.desk.path()];
    const node = nodeAt(set, path);
    return node === null ? null : sharesOf(set, { node, path }, way);
  }

  private words(way: SplitWay): string | null {
    const shares = this.shares(way);
    return shares === null ? null : said(shares);
  }
}

/** «3,34 + 3,33 + 3,33»; not more than fits on a button. */
function said(shares: readonly number[]): string {
  const words = shares.slice(0, 6).map((share) => (Number.isNaN(share) ? '–' : numberInWords(share))).join(' + ');
  return shares.length > 6 ? `${words} + …` : words;
}
