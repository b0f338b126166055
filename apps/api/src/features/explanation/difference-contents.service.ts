import { Injectable } from '@nestjs/common';
import type { RemarkSide } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { Differences } from '../appraisal/differences.service';
import { EvidenceService } from '../evidence/evidence.service';
import type { DifferenceContents } from './difference-views';
import { ExplanationRepository } from './explanation.repository';
import { RemarkRepository } from './remark.repository';

/** Everything that is stored of an assessment's differences, in a fixed number of queries. */
@Injectable()
export class DifferenceContentsReader {
  constructor(
    private readonly differences: Differences,
    private readonly explanations: ExplanationRepository,
    private readonly remarks: RemarkRepository,
    private readonly evidence: EvidenceService,
  ) {}

  async of(em: EntityManager, assessmentId: string, side: RemarkSide): Promise<DifferenceContents> {
    return {
      differences: await this.differences.of(em, assessmentId),
      explanations: await this.explanations.list(em, assessmentId),
      evidence: await this.evidence.linksOf(em, assessmentId, 'explanation'),
      remarks: await this.remarks.summarise(em, assessmentId, side),
    };
  }
}
