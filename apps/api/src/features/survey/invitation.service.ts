import { Injectable } from '@nestjs/common';
import { type Actor, type InvitationCode, type InvitationImportView, type InvitationView, type Page } from '@par-index/contract';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { Campaigns } from './campaign.service';
import { invitationMail, invitationUrl } from './invitation-mail';
import { refuseSheet } from './office.service';
import { newInvitationCode, plainCode, secretHash } from './survey-code';
import { SurveyCampaign } from './survey-campaign.entity';
import { SurveyInvitation } from './survey-invitation.entity';
import { type CellRefusal, cellErrors, firstRows, readSheet, type SheetLine, sheetTemplate } from './survey-sheet';

/** The columns of the workbook, in their order. */
export const INVITATION_COLUMNS = ['Họ và tên', 'Thư điện tử', 'Mã cơ quan'] as const;

export interface InvitationFile {
  readonly file: Buffer;
  readonly mode: 'dry-run' | 'write';
  readonly groupCode: string;
  readonly delivery: 'mail' | 'print';
  readonly origin: string;
}

interface Planned {
  readonly row: number;
  readonly name: string;
  readonly email: string | null;
  readonly officeId: string | null;
  readonly officeName: string | null;
}

/** Invitations: a code each, shown once; how they are spent is in `Ballots`. */
@Injectable()
export class Invitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  async list(campaignId: string, slice: Slice, search: string | null): Promise<Page<InvitationView>> {
    await this.campaigns.detail(campaignId);
    const rows: readonly (InvitationView & { readonly total: number })[] = await this.dataSource.query(LIST, [campaignId, search === null ? null : containing(search), slice.skip, slice.pageSize]);
    return pageOf(rows.map(({ total: _, ...row }) => row), rows[0]?.total ?? 0, slice);
  }

  async import(actor: Actor, campaignId: string, { file, mode, groupCode, delivery, origin }: InvitationFile): Promise<InvitationImportView> {
    const sheet = await readSheet(file, INVITATION_COLUMNS);
    if (mode === 'dry-run') {
      const { rows, refusals } = await this.plan(this.dataSource.manager, { campaignId, lines: sheet.lines, delivery });
      return { dryRun: true, rows: rows.map(toLine), errors: [...sheet.errors, ...cellErrors(sheet.sheet, refusals)], codes: [] };
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id: campaignId, version: null, action: 'invite' });
      await this.assertGroup(tx.em, campaignId, groupCode);
      const { rows, refusals } = await this.plan(tx.em, { campaignId, lines: sheet.lines, delivery });
      refuseSheet([...sheet.errors, ...cellErrors(sheet.sheet, refusals)]);
      const codes = await this.write(tx, { campaign, groupCode, rows, delivery, origin });
      return { dryRun: false, rows: rows.map(toLine), errors: [], codes };
    });
  }

  /** Another code in the place of one that is not spent: the former one opens nothing any more. */
  reissue(actor: Actor, ids: { readonly campaignId: string; readonly invitationId: string }, { delivery, origin }: { readonly delivery: 'mail' | 'print'; readonly origin: string }): Promise<InvitationCode> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id: ids.campaignId, version: null, action: 'invite' });
      const invitation = await tx.em.findOne(SurveyInvitation, { where: { id: ids.invitationId, campaignId: ids.campaignId }, lock: { mode: 'pessimistic_write' } });
      if (!invitation) {
        throw new DomainError('record.not-found');
      }
      if (invitation.state !== 'waiting') {
        throw new DomainError('survey.invitation-spent');
      }
      const code = newInvitationCode();
      await tx.em.update(SurveyInvitation, { id: invitation.id }, { codeHash: secretHash(plainCode(code)) });
      const mailed = delivery === 'mail' && invitation.email !== null;
      if (mailed) {
        await tx.raise('survey.mail-wanted', { address: invitation.email ?? '', ...invitationMail({ campaign, name: invitation.name, code, origin }) });
      }
      await tx.audit('survey.invited', { id: campaign.id, cycleId: campaign.cycleId }, { groupCode: invitation.groupCode, invitations: 0, mailed: mailed ? 1 : 0 });
      return { name: invitation.name, code, url: invitationUrl(origin, code) };
    });
  }

  template(): Promise<Buffer> {
    return sheetTemplate('Người được mời', INVITATION_COLUMNS);
  }

  private async assertGroup(em: EntityManager, campaignId: string, groupCode: string): Promise<void> {
    const { groups } = await this.campaigns.detail(campaignId, em);
    if (!groups.some(({ code, byInvitation }) => code === groupCode && byInvitation)) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/groupCode', code: 'group', detail: 'Hãy chọn một nhóm trả lời bằng mã mời của đợt khảo sát.' }]);
    }
  }

  private async plan(em: EntityManager, { campaignId, lines, delivery }: { readonly campaignId: string; readonly lines: readonly SheetLine[]; readonly delivery: 'mail' | 'print' }) {
    const { officeList } = await this.campaigns.detail(campaignId, em);
    const first = firstRows(lines, addressOf);
    const planned = lines.map(({ row, texts: [name = '', email = '', agencyCode = ''] }): { readonly line: Planned; readonly refusals: readonly CellRefusal[] } => {
      const office = officeList.find(({ agency }) => agency.code === agencyCode) ?? null;
      const refusals = [
        ...(name === '' || name.length > 200 ? [{ row, column: 0, detail: 'Họ và tên cần được nhập, không quá 200 ký tự.' }] : []),
        ...(email === '' ? (delivery === 'mail' ? [{ row, column: 1, detail: 'Cần thư điện tử để gửi thư mời. Hãy nhập, hoặc chọn in mã.' }] : []) : isEmail(email) ? [] : [{ row, column: 1, detail: 'Thư điện tử chưa đúng dạng.' }]),
        ...(agencyCode === '' || office ? [] : [{ row, column: 2, detail: `Đợt khảo sát không có cơ quan mang mã «${agencyCode}».` }]),
        ...(email !== '' && (first.get(addressOf(['', email])) ?? row) < row ? [{ row, column: 1, detail: 'Thư điện tử này đã có ở dòng trên.' }] : []),
      ];
      return { line: { row, name, email: email === '' ? null : email, officeId: office?.id ?? null, officeName: office?.agency.name ?? null }, refusals };
    });
    return { rows: planned.map(({ line }) => line), refusals: planned.flatMap(({ refusals }) => refusals) };
  }

  private async write(tx: Transaction, { campaign, groupCode, rows, delivery, origin }: Written): Promise<readonly InvitationCode[]> {
    const coded = rows.map((row) => ({ ...row, code: newInvitationCode() }));
    await tx.em.query(INSERT, [campaign.id, groupCode, JSON.stringify(coded.map(({ name, email, officeId, code }) => ({ name, email, officeId, codeHash: secretHash(plainCode(code)) })))]);
    const mailed = delivery === 'mail' ? coded.filter(({ email }) => email !== null) : [];
    for (const { name, email, code } of mailed) {
      await tx.raise('survey.mail-wanted', { address: email ?? '', ...invitationMail({ campaign, name, code, origin }) });
    }
    await tx.audit('survey.invited', { id: campaign.id, cycleId: campaign.cycleId }, { groupCode, invitations: coded.length, mailed: mailed.length });
    return coded.map(({ name, code }) => ({ name, code, url: invitationUrl(origin, code) }));
  }
}

interface Written {
  readonly campaign: SurveyCampaign;
  readonly groupCode: string;
  readonly rows: readonly Planned[];
  readonly delivery: 'mail' | 'print';
  readonly origin: string;
}

const addressOf = ([, email = '']: readonly string[]): string => email.toLowerCase();

const INSERT = `
  insert into survey_invitation (campaign_id, group_code, office_id, name, email, code_hash)
  select $1::uuid, $2, "officeId", name, email, "codeHash" from jsonb_to_recordset($3::jsonb) as i("officeId" uuid, name text, email text, "codeHash" text)`;

const toLine = ({ row, name, email, officeName }: Planned) => ({ row, name, email, officeName });

/** By name: the order in which they were spent is nobody's to see. */
const LIST = `
  select id, name, email, group_code as "groupCode", office_id as "officeId", state, count(*) over ()::int as total from survey_invitation
  where campaign_id = $1 and ($2::text is null or fold(name) like fold($2)) order by name ${VIETNAMESE_ORDER}, id offset $3 limit $4`;
