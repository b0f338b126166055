import { Injectable } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { readerOf } from './council-reading.service';
import type { MinutesContent, MinutesItem } from './minutes-content';
import { minutesDocument } from './minutes-document';
import { MinutesRepository, type MinutesRow } from './minutes.repository';
import { minutesWorkbook } from './minutes-workbook';

export const MINUTES_FORMATS = ['docx', 'xlsx'] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];

export interface MinutesFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The minutes of a cycle's council: what the reader may see on the screen, laid out for paper. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly minutes: MinutesRepository,
    private readonly sets: CompiledSets,
  ) {}

  async write(actor: Actor, cycleId: string, format: MinutesFormat): Promise<MinutesFile> {
    const content = await this.read(actor, cycleId);
    const bytes = format === 'docx' ? await minutesDocument(content) : Buffer.from(await minutesWorkbook(content).xlsx.writeBuffer());
    return { name: `Biên bản Hội đồng thẩm định năm ${content.year}.${format}`, bytes };
  }

  private async read(actor: Actor, cycleId: string): Promise<MinutesContent> {
    const [em, { agencyIds }] = [this.dataSource.manager, readerOf(actor)];
    const head = await this.minutes.head(em, cycleId, agencyIds);
    if (!head) {
      throw new DomainError('record.not-found');
    }
    const rows = await this.minutes.rows(em, cycleId, agencyIds);
    const sets = await this.sets.loadAll(em, rows.map(({ criteriaSetId }) => criteriaSetId));
    const { now, ...rest } = head;
    return {
      ...rest,
      province: this.config.PAR_PROVINCE_NAME,
      writtenAt: now.toISOString(),
      items: rows.map((row) => itemOf(row, sets.get(row.criteriaSetId)?.leaf(row.code)?.title ?? row.code)),
    };
  }
}

function itemOf({ agency, code, origin, state, entitled, cast, outcome, chairReason, carriedId, proposals }: MinutesRow, title: string): MinutesItem {
  const shown = proposals.map(({ id, points, ...proposal }) => ({ ...proposal, points: points === null ? null : Number(points), carried: id === carriedId }));
  const inForce = shown.find(({ carried }) => carried) ?? shown.find(({ kind }) => kind === 'appraisal');
  return { agency, code, title, origin, state, entitled, cast, outcome, chairReason, proposals: shown, points: state === 'closed' ? (inForce?.points ?? null) : null };
}
