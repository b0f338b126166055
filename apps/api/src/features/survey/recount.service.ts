import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { CampaignForms } from './campaign-form.service';
import { type CountedForm, Tally } from './tally';

const BATCH = 5000;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Recount {
  readonly campaignId: string;
  readonly forms: number;
  readonly cells: number;
  /** Cells of which the aggregates say something else than the forms. */
  readonly different: readonly { readonly cell: string; readonly kept: number; readonly counted: number }[];
}

/** Counts all forms anew and compares with what was kept: nothing may differ, at any moment. Reads one snapshot of the database; changes nothing. */
@Injectable()
export class Recounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly forms: CampaignForms,
  ) {}

  async campaignIds(): Promise<readonly string[]> {
    const rows: readonly { readonly id: string }[] = await this.dataSource.query(`select id from survey_campaign where state <> 'draft' order by created_at, id`);
    return rows.map(({ id }) => id);
  }

  recount(campaignId: string): Promise<Recount> {
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const [counted, forms] = await this.countAll(em, campaignId);
      const rows: readonly { readonly cell: string; readonly count: number }[] = await em.query('select cell, count from survey_tally where campaign_id = $1 and count > 0', [campaignId]);
      const kept = new Map(rows.map(({ cell, count }) => [cell, count]));
      const cells = [...new Set([...kept.keys(), ...counted.keys()])];
      const different = cells.filter((cell) => !isDeepStrictEqual(kept.get(cell), counted.get(cell))).map((cell) => ({ cell, kept: kept.get(cell) ?? 0, counted: counted.get(cell) ?? 0 }));
      return { campaignId, forms, cells: cells.length, different };
    });
  }

  private async countAll(em: EntityManager, campaignId: string): Promise<readonly [ReadonlyMap<string, number>, number]> {
    const { questionnaire } = await this.forms.load(em, campaignId);
    const tally = new Tally(questionnaire);
    let forms = 0;
    for (let rows = await this.read(em, campaignId, FIRST); rows.length > 0; rows = await this.read(em, campaignId, rows.at(-1)?.id ?? FIRST)) {
      tally.add(rows);
      forms += rows.length;
    }
    return [new Map(tally.cells().map(({ cell, count }) => [cell, count])), forms];
  }

  private read(em: EntityManager, campaignId: string, after: string): Promise<readonly (CountedForm & { readonly id: string })[]> {
    return em.query(
      `select id, office_id as "officeId", group_code as "groupCode", answers from survey_form where campaign_id = $1 and id > $2::uuid and not excluded order by id limit $3`,
      [campaignId, after, BATCH],
    );
  }
}
