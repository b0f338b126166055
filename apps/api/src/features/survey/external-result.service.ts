import { Injectable } from '@nestjs/common';
import type { Actor, ExternalImportView, ExternalResultView } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Campaigns } from './campaign.service';
import { refuseSheet } from './office.service';
import { ProposalRepository } from './proposal.repository';
import { type CellRefusal, cellErrors, firstRows, readSheet, type SheetLine, sheetTemplate } from './survey-sheet';

/** The columns of the workbook, in their order. */
export const EXTERNAL_COLUMNS = ['Mã cơ quan', 'Tiêu chí', 'Tỷ lệ %', 'Số phiếu', 'Nguồn'] as const;

interface Planned {
  readonly row: number;
  readonly agencyCode: string;
  readonly agencyId: string;
  readonly code: string;
  readonly percent: string;
  readonly responses: number | null;
  readonly source: string;
  readonly effect: 'create' | 'change' | 'unchanged';
}

const placeIn = ([agencyCode = '', code = '']: readonly string[]): string => `${agencyCode} ${code}`;

const PERCENT = /^(\d{1,3})([.,](\d{1,4}))?$/;

/** Figures of a survey that was held elsewhere. They stand before the forms of the campaign where it is proposed what the index takes. */
@Injectable()
export class ExternalResults {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
    private readonly proposals: ProposalRepository,
  ) {}

  async list(campaignId: string): Promise<readonly ExternalResultView[]> {
    await this.campaigns.detail(campaignId);
    return this.dataSource.query(LIST, [campaignId]);
  }

  async import(actor: Actor, campaignId: string, { file, mode }: { readonly file: Buffer; readonly mode: 'dry-run' | 'write' }): Promise<ExternalImportView> {
    const sheet = await readSheet(file, EXTERNAL_COLUMNS);
    if (mode === 'dry-run') {
      await this.campaigns.detail(campaignId);
      const { rows, refusals } = await this.plan(this.dataSource.manager, campaignId, sheet.lines);
      return { dryRun: true, rows: rows.map(toLine), errors: [...sheet.errors, ...cellErrors(sheet.sheet, refusals)] };
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const { cycleId } = await this.campaigns.lock(tx, actor, { id: campaignId, version: null, action: 'map' });
      const { rows, refusals } = await this.plan(tx.em, campaignId, sheet.lines);
      refuseSheet([...sheet.errors, ...cellErrors(sheet.sheet, refusals)]);
      await tx.em.query(WRITE, [campaignId, JSON.stringify(rows)]);
      await tx.audit('survey.external-imported', { id: campaignId, cycleId }, { rows: rows.filter(({ effect }) => effect !== 'unchanged').length });
      return { dryRun: false, rows: rows.map(toLine), errors: [] };
    });
  }

  template(): Promise<Buffer> {
    return sheetTemplate('Kết quả', EXTERNAL_COLUMNS);
  }

  private async plan(em: EntityManager, campaignId: string, lines: readonly SheetLine[]): Promise<{ readonly rows: readonly Planned[]; readonly refusals: readonly CellRefusal[] }> {
    const agencies: readonly { readonly id: string; readonly code: string }[] = await em.query('select id, code from agency where code = any($1)', [lines.map(({ texts }) => texts[0])]);
    const codes = new Set((await this.proposals.listMappings(em, campaignId)).map(({ code }) => code));
    const standing = await this.proposals.listExternal(em, campaignId);
    const first = firstRows(lines, placeIn);
    const planned = lines.map((line) => planOf(line, { first, agencyId: agencies.find(({ code }) => code === line.texts[0])?.id ?? null, codes, standing }));
    return { rows: planned.flatMap(({ row }) => row ?? []), refusals: planned.flatMap(({ refusals }) => refusals) };
  }
}

interface Known {
  readonly first: ReadonlyMap<string, number>;
  readonly agencyId: string | null;
  readonly codes: ReadonlySet<string>;
  readonly standing: readonly { readonly agencyId: string; readonly code: string; readonly percent: string; readonly responses: number | null; readonly source: string }[];
}

function planOf({ row, texts: [agencyCode = '', code = '', percentText = '', countText = '', source = ''] }: SheetLine, { first, agencyId, codes, standing }: Known): { readonly row: Planned | null; readonly refusals: readonly CellRefusal[] } {
  const percent = percentOf(percentText);
  const responses = countText === '' ? null : Number(countText.replace(/[.\s]/g, ''));
  const refusals = [
    ...(agencyId === null ? [{ row, column: 0, detail: `Không có cơ quan mang mã «${agencyCode}».` }] : []),
    ...(codes.has(code) ? [] : [{ row, column: 1, detail: `Đợt khảo sát chưa gắn với tiêu chí «${code}». Hãy gắn tiêu chí trước.` }]),
    ...(percent === null ? [{ row, column: 2, detail: 'Tỷ lệ phải từ 0 đến 100, không quá 4 chữ số thập phân.' }] : []),
    ...(responses === null || (Number.isSafeInteger(responses) && responses >= 0 && responses < 1e9) ? [] : [{ row, column: 3, detail: 'Số phiếu phải là số nguyên.' }]),
    ...(source === '' || source.length > 500 ? [{ row, column: 4, detail: 'Nguồn cần được nhập, không quá 500 ký tự.' }] : []),
    ...((first.get(placeIn([agencyCode, code])) ?? row) < row ? [{ row, column: 0, detail: 'Cơ quan và tiêu chí này đã có ở dòng trên.' }] : []),
  ];
  if (agencyId === null || percent === null || refusals.length > 0) {
    return { row: null, refusals };
  }
  const before = standing.find((one) => one.agencyId === agencyId && one.code === code);
  const isSame = before !== undefined && Number(before.percent) === Number(percent) && before.responses === responses && before.source === source;
  return { row: { row, agencyCode, agencyId, code, percent, responses, source, effect: before ? (isSame ? 'unchanged' : 'change') : 'create' }, refusals };
}

/** «91,17» as decimal text, or null. */
function percentOf(text: string): string | null {
  const parts = PERCENT.exec(text.replace(/\s*%$/, ''));
  const decimal = parts ? `${parts[1] ?? ''}${parts[3] === undefined ? '' : `.${parts[3]}`}` : null;
  return decimal !== null && Number(decimal) <= 100 ? decimal : null;
}

const toLine = ({ row, agencyCode, code, percent, effect }: Planned) => ({ row, agencyCode, code, percent, effect });

const LIST = `
  select jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency, r.code, r.percent::text, r.responses, r.source
  from survey_external_result r join agency g on g.id = r.agency_id where r.campaign_id = $1 order by r.code, g.name ${VIETNAMESE_ORDER}, g.id`;

const WRITE = `
  insert into survey_external_result (campaign_id, agency_id, code, percent, responses, source)
  select $1::uuid, "agencyId", code, percent, responses, source from jsonb_to_recordset($2::jsonb) as r("agencyId" uuid, code text, percent numeric, responses int, source text)
  on conflict (campaign_id, agency_id, code) do update set percent = excluded.percent, responses = excluded.responses, source = excluded.source`;
