import type { CampaignState, InvitationView, ProposalState, Satisfaction, SurveyChannel } from '@par-index/contract';

export const CAMPAIGN_WORDS: Readonly<Record<CampaignState, string>> = {
  draft: $localize`Đang soạn`,
  open: $localize`Đang nhận phiếu`,
  closed: $localize`Đã kết thúc`,
};

export const CHANNEL_WORDS: Readonly<Record<SurveyChannel, string>> = {
  link: $localize`Đường dẫn, mã QR`,
  kiosk: $localize`Máy tại quầy`,
  invitation: $localize`Thư mời`,
  paper: $localize`Phiếu giấy`,
};

export const PROPOSAL_WORDS: Readonly<Record<ProposalState, string>> = {
  open: $localize`Chờ quyết định`,
  accepted: $localize`Đã chấp nhận`,
  rejected: $localize`Không chấp nhận`,
  superseded: $localize`Đã thay bằng đề xuất mới`,
};

export const INVITATION_WORDS: Readonly<Record<InvitationView['state'], string>> = {
  waiting: $localize`Chưa trả lời`,
  spent: $localize`Đã trả lời`,
  withdrawn: $localize`Đã thay mã`,
};

/** `85.71` as «85,71 %»; «–» where there is none. */
export const percentWords = (percent: string | null | undefined): string => (percent ? `${percent.replace('.', ',')} %` : '–');

/** «85,71 % (80,12–90,03)»: with the 95 % interval where there is one. */
export function satisfactionWords(figure: Pick<Satisfaction, 'percent' | 'low' | 'high'> | null): string {
  const { percent = null, low = null, high = null } = figure ?? {};
  return low === null || high === null ? percentWords(percent) : `${percentWords(percent)} (${low.replace('.', ',')}–${high.replace('.', ',')})`;
}
