import { Injectable } from '@nestjs/common';
import { drawBlindPair } from '@par-index/contract';
import type { Transaction } from '../../platform/database/unit-of-work';
import { BlindAppraisal } from './blind-appraisal.entity';
import { BlindRepository } from './blind.repository';

/** An item whose vote is open, with the maximum of its criterion. */
export interface BlindItem {
  readonly id: string;
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly code: string;
  readonly max: number;
}

/** Asks two members to appraise an item blind, chosen by somebody or drawn. */
@Injectable()
export class BlindAssignment {
  constructor(private readonly blinds: BlindRepository) {}

  /** Where every item of the cycle is appraised blind, asks the two whose turn it is; false where it is not, or there are not two. */
  async draw(tx: Transaction, item: BlindItem): Promise<boolean> {
    const { mode } = await this.blinds.setting(tx.em, item.cycleId);
    const pair = mode === 'every' ? drawBlindPair(await this.blinds.candidates(tx.em, item.id)) : null;
    if (pair) {
      await this.ask(tx, item, { pair, assignedBy: null });
    }
    return pair !== null;
  }

  async ask(tx: Transaction, { id, max, cycleId, assessmentId, code }: BlindItem, { pair, assignedBy }: { readonly pair: readonly [string, string]; readonly assignedBy: string | null }): Promise<void> {
    const { threshold } = await this.blinds.setting(tx.em, cycleId);
    const [firstId, secondId] = pair;
    await tx.em.insert(BlindAppraisal, { itemId: id, firstId, secondId, max: String(max), threshold: String(threshold), assignedBy });
    const named: readonly { readonly userName: string }[] = await tx.em.query('select user_name as "userName" from user_account where id = any($1::uuid[]) order by user_name', [pair]);
    const members = named.map(({ userName }) => userName);
    await tx.audit('council.blind-assigned', { id: assessmentId, cycleId }, { itemId: id, code, members, drawn: assignedBy === null });
    await tx.raise('council.blind-wanted', { cycleId, assessmentId, code, itemId: id, memberIds: pair });
  }
}
