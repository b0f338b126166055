import { inVietnamTime } from '../../platform/time/vietnam-time';

export interface InvitationFacts {
  readonly campaign: { readonly title: string; readonly closesAt: Date };
  readonly name: string;
  readonly code: string;
  readonly origin: string;
}

/** The code stands behind `#`: no log, proxy or other site sees it. */
export const invitationUrl = (origin: string, code: string): string => `${origin}/khao-sat/moi#${code}`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The mail to one invited person. */
export function invitationMail({ campaign, name, code, origin }: InvitationFacts): { readonly subject: string; readonly text: string; readonly html: string } {
  const url = invitationUrl(origin, code);
  const lines = [
    `Kính gửi Ông/Bà ${name},`,
    `Xin mời Ông/Bà trả lời khảo sát «${campaign.title}», trước ${inVietnamTime(campaign.closesAt.toISOString())}.`,
    'Mã mời dùng một lần và không được ghi cùng câu trả lời: không ai biết phiếu nào là của ai.',
  ];
  return {
    subject: `Thư mời khảo sát: ${campaign.title.replace(/[\r\n]+/g, ' ')}`,
    text: [...lines, url, `Mã mời: ${code}`, ''].join('\n\n'),
    html: [...lines.map((line) => `<p>${escaped(line)}</p>`), `<p><a href="${escaped(url)}">Mở phiếu khảo sát</a></p>`, `<p>Mã mời: ${code}</p>`].join(''),
  };
}
