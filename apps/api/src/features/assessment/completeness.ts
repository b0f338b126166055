import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { EvidenceService } from '../evidence/evidence.service';
import { AnswerRepository } from './answer.repository';
import type { AssessmentRecord } from './assessment-record';
import { missingOf } from './assessment.mapper';
import { missingErrors } from './missing-words';

/** Nothing required is missing, and the evidence gate holds. */
@Injectable()
export class Completeness {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly evidence: EvidenceService,
    private readonly compiled: CompiledSets,
  ) {}

  /** Refuses with `assessment.incomplete`, a line for each missing item. */
  async assert(em: EntityManager, record: AssessmentRecord): Promise<void> {
    const set = await this.compiled.load(em, record.criteriaSetId);
    const answers = await this.answers.list(em, record.id);
    const evidenced = await this.evidence.evidencedCodes(em, record.id);
    const missing = missingOf(record, { set, answers, evidenced });
    if (missing.length > 0) {
      throw new DomainError('assessment.incomplete', { missing: missing.length }, missingErrors(set, missing));
    }
  }
}
