import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, type AssessmentHints, type CriterionHints, type DismissHintRequest, hintRefusalOf, type HintView, holds, type RestoreHintRequest, type Role } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentReading } from '../assessment/assessment-reading.service';
import { HintFinding } from './hint-finding.service';
import { HintRepository } from './hint.repository';

const OVERSEERS = ['home-affairs', 'council-member', 'council-chair'] as const satisfies readonly Role[];

export interface AcrossPlace {
  readonly cycleId: string;
  readonly groupCode: string;
  readonly code: string;
}

export interface HintCommand<R> {
  readonly assessmentId: string;
  readonly code: string;
  readonly request: R;
}

/** Hints for who appraises or reads a criterion. They decide nothing; the assessed agency never sees one. */
@Injectable()
export class HintService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: AssessmentReading,
    private readonly hints: HintRepository,
    private readonly finding: HintFinding,
  ) {}

  /** Refuses one's own agency, and with `record.not-found` what is not there or not the actor's to see. */
  async ofAssessment(actor: Actor, assessmentId: string): Promise<AssessmentHints> {
    return { assessmentId, hints: await this.hintsAt(this.dataSource.manager, actor, assessmentId) };
  }

  /** Only agencies that there is something to say of, and only where the criterion is the actor's. */
  async ofCriterion(actor: Actor, place: AcrossPlace): Promise<CriterionHints> {
    const em = this.dataSource.manager;
    const own = actor.grants.map(({ agencyId }) => agencyId);
    const scope = { ...place, own, reach: holds(actor, OVERSEERS) ? ('all' as const) : ('assigned' as const), appraising: agenciesOf(actor, ['appraiser']) };
    const found = await this.finding.find(em, await this.hints.listAcross(em, scope), [place.code]);
    return { code: place.code, assessments: [...found].flatMap(([assessmentId, hints]) => (hints.length > 0 ? [{ assessmentId, hints }] : [])) };
  }

  /** Puts a hint aside until its facts change. Without a reason it is refused, and where there is no such hint. */
  dismiss(actor: Actor, { assessmentId, code, request: { key, reason } }: HintCommand<DismissHintRequest>): Promise<HintView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { cycleId } = await this.assertMayDismiss(tx, actor, assessmentId, code);
      if (reason.trim() === '') {
        throw new DomainError('reason.required');
      }
      const { kind } = await this.getHint(tx.em, actor, { assessmentId, code, key });
      if ((await this.hints.dismiss(tx.em, { assessmentId, code, key }, { userId: actor.id, reason: reason.trim() })) === 'dismissed') {
        await tx.audit('hint.dismissed', { id: assessmentId, cycleId }, { code, kind, key, reason: reason.trim() });
      }
      return this.getHint(tx.em, actor, { assessmentId, code, key });
    });
  }

  /** Takes a hint up again. One that stands stays as it is. */
  restore(actor: Actor, { assessmentId, code, request: { key } }: HintCommand<RestoreHintRequest>): Promise<HintView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { cycleId } = await this.assertMayDismiss(tx, actor, assessmentId, code);
      const { kind, dismissal } = await this.getHint(tx.em, actor, { assessmentId, code, key });
      if (dismissal) {
        await this.hints.restore(tx.em, { assessmentId, code, key }, actor.id);
        await tx.audit('hint.restored', { id: assessmentId, cycleId }, { code, kind, key });
      }
      return this.getHint(tx.em, actor, { assessmentId, code, key });
    });
  }

  private async hintsAt(em: EntityManager, actor: Actor, assessmentId: string, code?: string): Promise<readonly HintView[]> {
    const { sight, shows, record } = await this.reading.see(em, actor, assessmentId);
    if (sight.as === 'own') {
      throw new DomainError('access.own-agency');
    }
    const assessment = await this.hints.find(em, assessmentId);
    if (!assessment) {
      return [];
    }
    const codes = (code === undefined ? await this.finding.codesOf(em, assessment) : [code]).filter((one) => shows(one) && !isExempt(record.exemptions, one));
    return (await this.finding.find(em, [assessment], codes)).get(assessmentId) ?? [];
  }

  private async getHint(em: EntityManager, actor: Actor, { assessmentId, code, key }: { readonly assessmentId: string; readonly code: string; readonly key: string }): Promise<HintView> {
    const hint = (await this.hintsAt(em, actor, assessmentId, code)).find((one) => one.key === key);
    if (!hint) {
      throw new DomainError('record.not-found');
    }
    return hint;
  }

  private async assertMayDismiss({ em }: Transaction, actor: Actor, assessmentId: string, code: string): Promise<{ readonly cycleId: string }> {
    const { record } = await this.reading.see(em, actor, assessmentId, 'share');
    const refusal = hintRefusalOf(actor, { agencyId: record.agency.id, appraisingAgencyId: await this.hints.findAppraiser(em, assessmentId, code) });
    if (refusal) {
      throw new DomainError(refusal, { code });
    }
    return { cycleId: record.cycleId };
  }
}

const isExempt = (exemptions: readonly { readonly code: string }[], code: string): boolean => exemptions.some((exemption) => code === exemption.code || code.startsWith(`${exemption.code}.`));
