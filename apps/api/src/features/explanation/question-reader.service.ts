import { Injectable } from '@nestjs/common';
import { agencySeesAppraisal, type QuestionStatus, type RemarkSide } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Seen } from '../assessment/assessment-reading.service';
import { ExplanationRepository } from './explanation.repository';
import { statusOf } from './question';
import { RemarkRepository, type StoredRemark } from './remark.repository';
import { RoundRepository } from './round.repository';

export interface RemarkPlace {
  readonly assessmentId: string;
  readonly code: string;
}

/** As whom somebody reads a thread. */
export interface Standing {
  readonly seen: Seen;
  readonly side: RemarkSide;
}

/** What became of the questions under one criterion. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly remarks: RemarkRepository,
    private readonly explanations: ExplanationRepository,
    private readonly rounds: RoundRepository,
  ) {}

  async read(em: EntityManager, { seen, side }: Standing, { place, remarks }: { readonly place: RemarkPlace; readonly remarks: readonly StoredRemark[] }): Promise<QuestionStatus | null> {
    const byAppraisal = isOpened(seen, side) ? await this.remarks.findAsked(em, place.assessmentId, place.code) : null;
    return statusOf({
      ...{ side, askedAt: [byAppraisal, remarks.findLast(({ asks }) => asks)?.at ?? null] },
      remarkedAt: remarks.findLast((remark) => remark.side === 'agency' && remark.visibility === 'shared')?.at ?? null,
      explanation: await this.explanations.find(em, place.assessmentId, place.code),
      round: await this.rounds.view(em, place.assessmentId),
      deadlineAt: seen.record.explanation?.window.deadlineAt ?? null,
      now: seen.record.now,
    });
  }
}

/** A question of appraisal 1 is the agency's to know of once the differences are open. */
const isOpened = ({ record }: Seen, side: RemarkSide): boolean => side === 'appraisal' || agencySeesAppraisal(record.phase);
