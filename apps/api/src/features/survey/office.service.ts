import { Injectable } from '@nestjs/common';
import type { Actor, CampaignView, FieldError, OfficeEntry, OfficeImportView, SheetError, WriteOfficesRequest } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Campaigns, targetOf } from './campaign.service';
import { newLinkCode } from './survey-code';
import { SurveyCampaign } from './survey-campaign.entity';
import { cellErrors, firstRows, readSheet, type SheetLine, sheetTemplate } from './survey-sheet';

/** The columns of the workbook, in their order. */
export const OFFICE_COLUMNS = ['Mã cơ quan', 'Bộ phận', 'Số người được phục vụ'] as const;

interface Planned extends OfficeEntry {
  readonly row: number;
  readonly agencyCode: string;
  readonly effect: 'create' | 'change' | 'unchanged';
}

export interface OfficeFile {
  readonly file: Buffer;
  readonly mode: 'dry-run' | 'write';
  readonly version: number;
}

/** The offices that a campaign asks about, from a list or from Excel. */
@Injectable()
export class Offices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: Campaigns,
  ) {}

  /** The whole list. An office whose agency and name stay keeps its link. */
  write(actor: Actor, id: string, version: number, { offices }: WriteOfficesRequest): Promise<CampaignView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id, version, action: 'edit' });
      await assertKnown(tx.em, offices);
      await this.replace(tx, campaign, offices);
      return this.campaigns.get(actor, id, tx.em);
    });
  }

  /** Adds offices and changes their numbers; leaves those that the file does not name. */
  async import(actor: Actor, id: string, { file, mode, version }: OfficeFile): Promise<OfficeImportView> {
    const sheet = await readSheet(file, OFFICE_COLUMNS);
    if (mode === 'dry-run') {
      const { rows, errors } = await this.plan(this.dataSource.manager, id, sheet.lines);
      return { dryRun: true, rows: await this.lines(id, rows), errors: [...sheet.errors, ...cellErrors(sheet.sheet, errors)] };
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const campaign = await this.campaigns.lock(tx, actor, { id, version, action: 'edit' });
      const { rows, errors } = await this.plan(tx.em, id, sheet.lines);
      refuseSheet([...sheet.errors, ...cellErrors(sheet.sheet, errors)]);
      const standing = (await this.campaigns.detail(id, tx.em)).officeList.map(({ agency, name, population }) => ({ agencyId: agency.id, name, population }));
      const kept = standing.filter((office) => !rows.some((row) => isSame(row, office)));
      await this.replace(tx, campaign, [...kept, ...rows]);
      return { dryRun: false, rows: await this.lines(id, rows), errors: [] };
    });
  }

  template(): Promise<Buffer> {
    return sheetTemplate('Cơ quan', OFFICE_COLUMNS);
  }

  private async lines(id: string, rows: readonly Planned[]): Promise<OfficeImportView['rows']> {
    const { errorPercent } = await this.campaigns.detail(id);
    return rows.map(({ row, agencyCode, name, population, effect }) => ({ row, agencyCode, name, population, target: targetOf(population, errorPercent), effect }));
  }

  private async plan(em: EntityManager, id: string, lines: readonly SheetLine[]): Promise<{ readonly rows: readonly Planned[]; readonly errors: readonly { readonly row: number; readonly column: number; readonly detail: string }[] }> {
    const agencies: readonly { readonly id: string; readonly code: string }[] = await em.query('select id, code from agency where active and code = any($1)', [lines.map(({ texts }) => texts[0])]);
    const { officeList } = await this.campaigns.detail(id, em);
    const first = firstRows(lines, officeIn);
    const planned = lines.map(({ row, texts: [agencyCode = '', name = '', count = ''] }): { readonly row: Planned | null; readonly errors: readonly { readonly row: number; readonly column: number; readonly detail: string }[] } => {
      const agency = agencies.find(({ code }) => code === agencyCode);
      const population = count === '' ? null : Number(count.replace(/[.\s]/g, ''));
      const errors = [
        ...(agency ? [] : [{ row, column: 0, detail: `Không có cơ quan đang hoạt động mang mã «${agencyCode}».` }]),
        ...(name.length > 200 ? [{ row, column: 1, detail: 'Tên bộ phận dài quá 200 ký tự.' }] : []),
        ...(population === null || (Number.isSafeInteger(population) && population >= 1 && population <= 100_000_000) ? [] : [{ row, column: 2, detail: 'Số người được phục vụ phải là số nguyên từ 1.' }]),
        ...((first.get(officeIn([agencyCode, name])) ?? row) < row ? [{ row, column: 0, detail: 'Cơ quan và bộ phận này đã có ở dòng trên.' }] : []),
      ];
      const standing = officeList.find((office) => office.agency.id === agency?.id && office.name === name);
      const effect = !standing ? ('create' as const) : standing.population === population ? ('unchanged' as const) : ('change' as const);
      return { row: agency && errors.length === 0 ? { row, agencyCode, agencyId: agency.id, name, population, effect } : null, errors };
    });
    return { rows: planned.flatMap(({ row }) => row ?? []), errors: planned.flatMap(({ errors }) => errors) };
  }

  private async replace(tx: Transaction, campaign: SurveyCampaign, offices: readonly OfficeEntry[]): Promise<void> {
    const entries = offices.map(({ agencyId, name, population }) => ({ agencyId, name: name.trim(), population, linkCode: newLinkCode() }));
    await tx.em.query(REPLACE, [campaign.id, JSON.stringify(entries)]);
    await tx.em.update(SurveyCampaign, { id: campaign.id }, { version: campaign.version + 1 });
    await tx.audit('survey.offices-written', { id: campaign.id, cycleId: campaign.cycleId }, { offices: offices.length });
  }
}

const officeIn = ([agencyCode = '', name = '']: readonly string[]): string => `${agencyCode} ${name}`;
const isSame = (one: OfficeEntry, other: OfficeEntry): boolean => one.agencyId === other.agencyId && one.name.trim() === other.name.trim();

/** Refuses with every cell that is wrong. */
export function refuseSheet(errors: readonly SheetError[]): void {
  if (errors.length > 0) {
    throw new DomainError('import.invalid', {}, errors.map(({ sheet, cell, detail }): FieldError => ({ pointer: `/${sheet.replace(/~/g, '~0').replace(/\//g, '~1')}/${cell}`, code: 'cell', detail })));
  }
}

async function assertKnown(em: EntityManager, offices: readonly OfficeEntry[]): Promise<void> {
  const known: readonly { readonly id: string }[] = await em.query('select id from agency where active and id = any($1)', [offices.map(({ agencyId }) => agencyId)]);
  const ids = new Set(known.map(({ id }) => id));
  const errors = offices.flatMap((office, place): FieldError[] => [
    ...(ids.has(office.agencyId) ? [] : [{ pointer: `/offices/${place}/agencyId`, code: 'agency', detail: 'Không có cơ quan này, hoặc cơ quan đã ngừng hoạt động.' }]),
    ...(offices.findIndex((other) => isSame(other, office)) < place ? [{ pointer: `/offices/${place}/name`, code: 'duplicate', detail: 'Cơ quan và bộ phận này đã có trong danh sách.' }] : []),
  ]);
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}

const REPLACE = `
  with wanted as (
    select * from jsonb_to_recordset($2::jsonb) as w("agencyId" uuid, name text, population int, "linkCode" text)
  ), unwanted as (
    select o.id from survey_office o where o.campaign_id = $1 and not exists (select from wanted w where w."agencyId" = o.agency_id and w.name = o.name)
  ), freed as (
    update survey_invitation set office_id = null where office_id in (select id from unwanted)
  ), gone as (
    delete from survey_office where id in (select id from unwanted)
  )
  insert into survey_office (campaign_id, agency_id, name, population, link_code) select $1::uuid, "agencyId", name, population, "linkCode" from wanted
  on conflict (campaign_id, agency_id, name) do update set population = excluded.population`;
