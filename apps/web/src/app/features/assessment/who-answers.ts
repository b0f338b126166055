import type { ExemptionView } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';

/** Whether the code itself or one above it is among the exempt ones. */
export function isExempt(leaf: Pick<CompiledLeaf, 'code' | 'path'>, exempt: ReadonlySet<string>): boolean {
  return exempt.has(leaf.code) || leaf.path.some((code) => exempt.has(code));
}

const OTHERS: Readonly<Record<Exclude<CompiledLeaf['source'], 'self'>, string>> = {
  survey: $localize`Lấy từ khảo sát. Sở Nội vụ nhập kết quả sau khi khảo sát xong; cơ quan không nhập ở đây.`,
  appraiser: $localize`Người thẩm định chấm tiêu chí này. Cơ quan không nhập ở đây.`,
  imported: $localize`Lấy từ nguồn ngoài do Sở Nội vụ nhập. Cơ quan không nhập ở đây.`,
};

/** Why this criterion is not the agency's to answer, and who does; null where it is. */
export function whoAnswers(leaf: Pick<CompiledLeaf, 'code' | 'path' | 'source'>, exemptions: readonly ExemptionView[]): string | null {
  const exemption = exemptions.find(({ code }) => code === leaf.code || leaf.path.includes(code));
  if (exemption) {
    return $localize`Cơ quan được miễn tiêu chí này, không tính vào điểm tối đa. Lý do: ${exemption.reason}:reason:`;
  }
  return leaf.source === 'self' ? null : OTHERS[leaf.source];
}
