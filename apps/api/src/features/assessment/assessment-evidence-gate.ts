import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, answerRefusalOf, belongsTo, type EvidenceRound, explanationRefusalOf, explanationWindow, holds } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { EvidenceGate, type EvidencePlace, type OpenPlace, type ReadDocument, type Standing } from '../evidence/evidence-gate.service';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { AssessmentRepository } from './assessment.repository';
import { assertNotExempt, getLeaf } from './declarable';
import { OVERSEERS, OWN_READERS } from './sight';

/** Evidence follows the answers, and in its round the explanations: who may change the one may change the other, who may see the one may read the other. */
@Injectable()
export class AssessmentEvidenceGate extends EvidenceGate {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly compiled: CompiledSets,
  ) {
    super();
  }

  async assertOpen(em: EntityManager, actor: Actor, place: EvidencePlace): Promise<OpenPlace> {
    const record = await this.assessments.get(em, place.assessmentId, holdIn(em));
    const round = roundOf(record);
    assertMayChange(actor, record, round);
    assertNotExempt(getLeaf(await this.compiled.load(em, record.criteriaSetId), place.code), record);
    if (round === 'explanation') {
      await assertExplained(em, place);
    }
    return { ...place, agencyId: record.agency.id, cycleId: record.cycleId, round, late: isLate(record, round) };
  }

  async assertAllOpen(em: EntityManager, actor: Actor, standings: readonly Standing[]): Promise<void> {
    const records = await this.assessments.list(em, [...new Set(standings.map(({ assessmentId }) => assessmentId))], holdIn(em));
    for (const record of records) {
      standings.filter(({ assessmentId }) => assessmentId === record.id).forEach(({ round }) => assertMayChange(actor, record, round));
    }
  }

  async readableVersions(em: EntityManager, actor: Actor, { id, agencyId }: ReadDocument): Promise<ReadonlySet<number> | null> {
    if (belongsTo(actor, agencyId)) {
      return holds(actor, OWN_READERS, agencyId) ? null : new Set();
    }
    const rows: readonly { readonly version: number }[] = await em.query(PINNED_IN_SIGHT, [id, holds(actor, OVERSEERS), agenciesOf(actor, ['appraiser'])]);
    return new Set(rows.map(({ version }) => version));
  }
}

/** What was handed in, to whom it was handed: $1 document, $2 whether an overseer, $3 the agencies that the actor appraises for. */
const PINNED_IN_SIGHT = `
  select distinct l.pinned_file_version as version
  from evidence_link l join assessment a on a.id = l.assessment_id
  where l.document_id = $1 and l.removed_at is null and l.pinned_file_version is not null and a.state not in ('drafting', 'awaiting-head')
    and ($2 or exists (
      select 1 from appraisal_assignment t where t.assessment_id = a.id and t.code = l.code and t.agency_id = any($3)))`;

/** Only a transaction can hold anything until its end. */
const holdIn = (em: EntityManager): 'share' | 'none' => (em.queryRunner?.isTransactionActive ? 'share' : 'none');

/** From the opening of the differences on, evidence is that of the explanation. */
const roundOf = ({ state }: AssessmentRecord): EvidenceRound => (state === 'explaining' ? 'explanation' : 'self-assessment');

const REFUSALS: Readonly<Record<EvidenceRound, typeof answerRefusalOf>> = { 'self-assessment': answerRefusalOf, 'explanation': explanationRefusalOf };

const isLate = (record: AssessmentRecord, round: EvidenceRound): boolean => round === 'explanation' && explanationWindow(contextOf(record)) === 'late';

function assertMayChange(actor: Actor, record: AssessmentRecord, round: EvidenceRound): void {
  if (!holds(actor, OWN_READERS, record.agency.id)) {
    throw new DomainError('record.not-found');
  }
  const refusal = REFUSALS[round](actor, contextOf(record));
  if (refusal) {
    throw new DomainError(refusal, { state: record.state, phase: record.phase });
  }
}

/** Further evidence goes with an explanation: first the agency says that it explains the criterion. Reads a table to the right. */
async function assertExplained(em: EntityManager, { assessmentId, code }: EvidencePlace): Promise<void> {
  const rows: readonly unknown[] = await em.query(`select 1 from explanation where assessment_id = $1 and code = $2 and stance = 'explain'`, [assessmentId, code]);
  if (rows.length === 0) {
    throw new DomainError('explanation.not-begun', { code });
  }
}
