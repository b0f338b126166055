import type { ItemOrigin, ItemOutcome, ItemState, ProposalKind } from '@par-index/contract';
import { formatNumber } from '@par-index/scoring';

/** What the minutes of a council tell, with every number as the database has it. */
export interface MinutesContent {
  readonly province: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly writtenAt: string;
  readonly members: readonly MinutesMember[];
  /** Agencies of the reader's own, whose items are left out. */
  readonly omitted: readonly string[];
  readonly items: readonly MinutesItem[];
}

export interface MinutesMember {
  readonly name: string;
  readonly isChair: boolean;
  readonly agency: string;
}

export interface MinutesItem {
  readonly agency: string;
  readonly code: string;
  readonly title: string;
  readonly origin: ItemOrigin;
  readonly state: ItemState;
  readonly entitled: number;
  readonly cast: number;
  readonly outcome: ItemOutcome | null;
  readonly chairReason: string;
  /** What counts now; null while the item is open. */
  readonly points: number | null;
  readonly proposals: readonly MinutesProposal[];
}

export interface MinutesProposal {
  readonly kind: ProposalKind;
  readonly points: number | null;
  readonly reason: string;
  readonly by: string | null;
  /** Told when the item is closed; null before. */
  readonly votes: number | null;
  readonly carried: boolean;
}

export const STATE_WORDS: Readonly<Record<ItemState, string>> = { gathered: 'Chờ họp', voting: 'Đang biểu quyết', closed: 'Đã kết luận' };
export const ORIGIN_WORDS: Readonly<Record<ItemOrigin, string>> = {
  disagreement: 'Chưa thống nhất sau giải trình',
  referral: 'Cơ quan thẩm định đề nghị',
  petition: 'Theo kiến nghị',
};
export const OUTCOME_WORDS: Readonly<Record<ItemOutcome, string>> = {
  majority: 'Thông qua theo đa số',
  chair: 'Số phiếu bằng nhau, Chủ tịch Hội đồng quyết định',
  stands: 'Không phương án nào quá nửa, giữ kết quả thẩm định',
};
const PROPOSAL_WORDS: Readonly<Record<ProposalKind, string>> = { agency: 'Đề nghị của cơ quan', appraisal: 'Kết quả thẩm định', blind: 'Bình quân hai thẩm định độc lập', award: 'Phương án của thành viên' };

export const proposalWords = ({ kind, by }: Pick<MinutesProposal, 'kind' | 'by'>): string => (by === null ? PROPOSAL_WORDS[kind] : `${PROPOSAL_WORDS[kind]} (${by})`);

/** «1,5»; a dash where there are none. */
export const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value));

/** How many items ended how, and how many are open. */
export function minutesCounts(items: readonly MinutesItem[]): Readonly<Record<'all' | 'open' | ItemOutcome, number>> {
  const ended = (outcome: ItemOutcome): number => items.filter((item) => item.outcome === outcome).length;
  const open = items.filter(({ state }) => state !== 'closed').length;
  return { all: items.length, open, majority: ended('majority'), chair: ended('chair'), stands: ended('stands') };
}

const isXmlCharacter = (code: number): boolean => (code >= 32 ? code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff) : code === 9 || code === 10 || code === 13);

/** What a person wrote, without the control characters that XML has no place for. */
export const soundText = (text: string): string => [...text].filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0)).join('');
