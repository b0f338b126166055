import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type CompiledLeaf, type CompiledSet, sourceInWords } from '@par-index/scoring';
import { NumberPipe } from '../../ui/format/number-pipes';
import { RuleText } from '../../ui/rule/rule-text';

const NOT_APPLICABLE: Readonly<Record<CompiledLeaf['whenNotApplicable'], string>> = {
  forbidden: $localize`Không được khai không áp dụng.`,
  exclude: $localize`Khai không áp dụng thì tiêu chí không tính vào điểm tối đa của cơ quan.`,
  full: $localize`Khai không áp dụng thì được tính điểm tối đa.`,
};

/** One criterion in words: how it is scored, by whom, with which evidence. */
@Component({
  selector: 'par-leaf-reader',
  imports: [NumberPipe, RuleText],
  templateUrl: './leaf-reader.html',
  styleUrl: './leaf-reader.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeafReader {
  readonly leaf = input.required<CompiledLeaf>();
  readonly set = input.required<CompiledSet>();
  readonly names = input.required<ReadonlyMap<string, string>>();

  protected readonly path = computed(() => this.leaf().path.map((code) => this.set().node(code)?.title ?? code));
  protected readonly source = computed(() => {
    const words = sourceInWords(this.leaf().source);
    return words.charAt(0).toUpperCase() + words.slice(1);
  });
  protected readonly appraiser = computed(() => {
    const code = this.leaf().appraiser;
    return code === null ? $localize`Sở Nội vụ` : (this.names().get(code) ?? code);
  });
  protected readonly notApplicable = computed(() => NOT_APPLICABLE[this.leaf().whenNotApplicable]);
}
