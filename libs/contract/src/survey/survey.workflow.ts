import { type Actor, holds } from '../access/permissions';
import type { ProblemCode } from '../problem/problem';

/** A draft is edited and versions on; issued it never changes. */
export const QUESTIONNAIRE_STATES = ['draft', 'issued'] as const;
export type QuestionnaireState = (typeof QUESTIONNAIRE_STATES)[number];

export const CAMPAIGN_STATES = ['draft', 'open', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** How a form came in. Figures of a survey held elsewhere are no forms: they are `ExternalResultView`. */
export const SURVEY_CHANNELS = ['link', 'kiosk', 'invitation', 'paper'] as const;
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

export const CAMPAIGN_ACTIONS = ['edit', 'invite', 'open', 'collect', 'close', 'map', 'propose'] as const;
export type CampaignAction = (typeof CAMPAIGN_ACTIONS)[number];

/** In which states each is done. `collect`: devices, paper forms, exclusion; `edit`: what it asks, whom and when. */
export const CAMPAIGN_MOVES: Readonly<Record<CampaignAction, readonly CampaignState[]>> = {
  edit: ['draft'],
  invite: ['draft', 'open'],
  open: ['draft'],
  collect: ['open'],
  close: ['open'],
  map: ['draft', 'open', 'closed'],
  propose: ['closed'],
};

export interface CampaignContext {
  readonly state: CampaignState;
}

/** Why the actor may not do this to a campaign now, or null when they may. */
export function campaignRefusalOf(actor: Pick<Actor, 'grants'>, { state }: CampaignContext, action: CampaignAction): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  return CAMPAIGN_MOVES[action].includes(state) ? null : 'survey.state-illegal';
}

export function openCampaignActions(actor: Pick<Actor, 'grants'>, campaign: CampaignContext): readonly CampaignAction[] {
  return CAMPAIGN_ACTIONS.filter((action) => campaignRefusalOf(actor, campaign, action) === null);
}

/** When a campaign takes forms. */
export interface CampaignTimes {
  readonly state: CampaignState;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Hours after `closesAt` in which what was answered in time, on a device without a network, is still taken. */
  readonly graceHours: number;
  readonly now: string;
}

const HOUR = 3_600_000;

/** Why a form that was answered then is not taken now, or null. A clock of a device that is ahead counts as now. */
export function formRefusalOf({ state, opensAt, closesAt, graceHours, now }: CampaignTimes, answeredAt: string): ProblemCode | null {
  const [moment, answered, opens, closes] = [now, answeredAt, opensAt, closesAt].map((time) => Date.parse(time)) as [number, number, number, number];
  if (state === 'draft' || moment < opens) {
    return 'survey.not-open';
  }
  if (state === 'closed' || moment >= closes + graceHours * HOUR) {
    return 'survey.closed';
  }
  return Math.min(answered, moment) >= closes ? 'survey.closed' : null;
}

/** When the clock closes a campaign. */
export const closeOf = ({ closesAt, graceHours }: Pick<CampaignTimes, 'closesAt' | 'graceHours'>): string => new Date(Date.parse(closesAt) + graceHours * HOUR).toISOString();

/** What becomes of a proposed figure. A later one for the same place supersedes those that are open. */
export const PROPOSAL_STATES = ['open', 'accepted', 'rejected', 'superseded'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Why forms are looked at again. None is left out by itself: a person excludes, with a reason. */
export const SUSPICIONS = ['fast', 'same', 'straight', 'night', 'burst'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

export const SUSPICION_WORDS: Readonly<Record<Suspicion, string>> = {
  fast: 'Trả lời nhanh bất thường',
  same: 'Nhiều phiếu trả lời giống hệt nhau',
  straight: 'Mọi câu cùng một mức',
  night: 'Trả lời ngoài giờ làm việc của cơ quan',
  burst: 'Nhiều phiếu trong một giờ từ một thiết bị',
};

/** Said to whoever opens a form, in plain words. `least` is the least count that is shown. */
export const privacyWords = (least: number): readonly { readonly vi: string; readonly en: string }[] => [
  { vi: 'Phiếu không hỏi và không ghi tên, số điện thoại, địa chỉ mạng hay loại máy của Ông/Bà.', en: 'The form neither asks for nor keeps your name, telephone number, network address or kind of device.' },
  { vi: 'Thư mời chỉ dùng để mỗi người trả lời một lần. Không ai biết phiếu nào là của ai, kể cả người quản trị hệ thống.', en: 'An invitation only makes sure that everybody answers once. Nobody can tell whose form is whose, not even who runs the system.' },
  { vi: `Kết quả của ít hơn ${least} phiếu không được hiển thị. Thời gian được làm tròn.`, en: `Results of fewer than ${least} forms are not shown. Times are rounded.` },
  { vi: 'Xin đừng ghi tên hoặc điều riêng tư vào ô góp ý: người tổng hợp sẽ đọc nguyên văn.', en: 'Please put no name and nothing private into the remarks: they are read word by word.' },
];
