import type { BlindMode, BlindView, CouncilItemView, DecisionKind, ItemOrigin, ItemOutcome, ItemState, ProposalView, Tally } from '@par-index/contract';
import { numberInWords, pointsFigure } from '../../ui/format/number-words';
import type { IconName } from '../../ui/icon/icon-paths';
import type { Tone } from '../../ui/words/state-words';

interface StateLook {
  readonly words: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

export const ITEM_STATE_LOOKS: Readonly<Record<ItemState, StateLook>> = {
  gathered: { words: $localize`Chờ họp`, tone: 'neutral', icon: 'waiting' },
  voting: { words: $localize`Đang biểu quyết`, tone: 'action', icon: 'council' },
  closed: { words: $localize`Đã kết luận`, tone: 'full', icon: 'gavel' },
};

export const ORIGIN_WORDS: Readonly<Record<ItemOrigin, string>> = {
  disagreement: $localize`Còn ý kiến khác nhau sau giải trình`,
  referral: $localize`Cơ quan thẩm định đưa ra Hội đồng`,
  petition: $localize`Theo kiến nghị của cơ quan`,
};

export const OUTCOME_WORDS: Readonly<Record<ItemOutcome, string>> = {
  majority: $localize`Theo đa số`,
  chair: $localize`Chủ tịch quyết định`,
  stands: $localize`Giữ kết quả thẩm định`,
};

/** «Đề nghị của cơ quan», «Kết quả thẩm định», «Giao 1,50 điểm». */
export function proposalTitle({ kind, points }: Pick<ProposalView, 'kind' | 'points'>): string {
  if (kind === 'agency') {
    return $localize`Đề nghị của cơ quan`;
  }
  if (kind === 'blind') {
    return $localize`Bình quân hai thẩm định độc lập`;
  }
  return kind === 'appraisal' ? $localize`Kết quả thẩm định` : $localize`Giao ${figureOf(points)}:points: điểm`;
}

const figureOf = (points: number | null): string => (points === null ? '–' : pointsFigure(points));
/** An award's title says its points already. */
const withPoints = (proposal: ProposalView): string => {
  const title = proposalTitle(proposal);
  return proposal.kind === 'award' || proposal.points === null ? title : $localize`${title}:title: (${pointsFigure(proposal.points)}:points: điểm)`;
};

/** How a closed item ended, as a sentence; null while it is open. */
export function outcomeSentence({ outcome, carried, proposals, entitled }: Pick<CouncilItemView, 'outcome' | 'carried' | 'proposals' | 'entitled'>): string | null {
  const proposal = proposals.find(({ id }) => id === carried);
  if (outcome === null) {
    return null;
  }
  if (outcome === 'stands' || !proposal) {
    return $localize`Không phương án nào đủ quá nửa số người được biểu quyết. Giữ nguyên kết quả thẩm định.`;
  }
  const [title, votes] = [withPoints(proposal), proposal.votes ?? 0];
  return outcome === 'majority'
    ? $localize`Phương án «${title}:title:» được thông qua với ${votes}:votes:/${entitled}:entitled: phiếu.`
    : $localize`Số phiếu bằng nhau, Chủ tịch Hội đồng chọn phương án «${title}:title:».`;
}

/** What closing an open item now would come to, for the chair. */
export function closingSentence(tally: Tally, { proposals, entitled }: Pick<CouncilItemView, 'proposals' | 'entitled'>): string {
  const proposal = tally.kind === 'majority' ? proposals.find(({ id }) => id === tally.proposalId) : undefined;
  if (proposal) {
    return $localize`Phương án «${withPoints(proposal)}:title:» được ${proposal.votes ?? 0}:votes:/${entitled}:entitled: phiếu, quá nửa, nên được thông qua.`;
  }
  return $localize`Không phương án nào được quá nửa số người được biểu quyết, nên giữ nguyên kết quả thẩm định.`;
}

export const BLIND_MODE_WORDS: Readonly<Record<BlindMode, string>> = {
  none: $localize`Không dùng`,
  chosen: $localize`Theo từng nội dung do Sở Nội vụ hoặc Chủ tịch Hội đồng chọn`,
  every: $localize`Mọi nội dung, giao lần lượt cho các thành viên`,
};

export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  accept: $localize`Chấp nhận số liệu cơ quan khai`,
  correct: $localize`Xác định lại số liệu`,
  award: $localize`Giao điểm`,
};

/** What came of the two together, as a sentence; null until both are in. */
export function comparedSentence({ gap, withinThreshold, threshold }: Pick<BlindView, 'gap' | 'withinThreshold' | 'threshold'>, max: number): string | null {
  if (gap === null) {
    return null;
  }
  const [apart, share, most] = [pointsFigure(gap), numberInWords(threshold), numberInWords(max)];
  return withinThreshold
    ? $localize`Lệch ${apart}:apart: điểm, trong ngưỡng ${share}:share: % của ${most}:most: điểm. Điểm bình quân là một phương án để Hội đồng biểu quyết.`
    : $localize`Lệch ${apart}:apart: điểm, vượt ngưỡng ${share}:share: % của ${most}:most: điểm. Hai kết quả là hai phương án riêng, nội dung này đứng đầu danh sách của Hội đồng.`;
}
