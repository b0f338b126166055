import type { Actor, AssessmentState, Phase, Role } from '@par-index/contract';
import { type Answer as ScoringAnswer, compileCriteriaSet, scoreLeaf } from '@par-index/scoring';
import type { DataSource } from 'typeorm';
import { AppraisalAssignment } from '../../src/features/assignment/appraisal-assignment.entity';
import { Answer } from '../../src/features/assessment/answer.entity';
import type { Assessment } from '../../src/features/assessment/assessment.entity';
import type { CriteriaSet } from '../../src/features/criteria/criteria-set.entity';
import type { Cycle } from '../../src/features/cycle/cycle.entity';
import type { Agency } from '../../src/features/organisation/agency.entity';
import { aPerson } from './actor.factory';
import { anAgency } from './agency.factory';
import { anAssessment } from './assessment.factory';
import { aCriteriaSet } from './criteria-set.factory';
import { APPRAISED_SET } from './criteria-set.fixture';
import { aCycle } from './cycle.factory';
import { inItsTime, WHILE_DRAFTING } from './in-its-time';

/** An assessment with the agency that it is of. */
export interface Assessed {
  readonly id: string;
  readonly agency: Agency;
  readonly assessment: Assessment;
}

export interface AssessedFields {
  readonly agency?: Agency;
  readonly cycle?: Cycle;
  readonly state?: AssessmentState;
  readonly exempt?: readonly string[];
  /** The agency's own answers; a full and good declaration unless told otherwise. */
  readonly answers?: Readonly<Record<string, ScoringAnswer>>;
}

/** What a diligent agency declares of `APPRAISED_SET`: 20 of 20, 5 of 20, a value that waits for the group, half a point of bonus. */
export const DECLARED: Readonly<Record<string, ScoringAnswer>> = {
  '1.1': { numerator: 19, denominator: 20 },
  '1.2': { choice: 'thieu' },
  '1.3': { value: 4 },
  '3.1': { points: 0.5 },
};

/** Who is there: Sở Nội vụ runs the cycle and appraises 1.1, 1.2, 3.1 and 4.1, Sở Tư pháp 1.3 and 2.1; each stands in for the other. */
export class Province {
  constructor(
    readonly db: DataSource,
    readonly set: CriteriaSet,
    readonly noiVu: Agency,
    readonly tuPhap: Agency,
  ) {}

  /** A person with one role at an agency. */
  person(role: Role, agency: Agency): Promise<Actor> {
    return aPerson(this.db, { role, agencyId: agency.id });
  }

  cycle(phase: Phase, year = 2026): Promise<Cycle> {
    const substitutes = [[this.noiVu.id, this.tuPhap.id], [this.tuPhap.id, this.noiVu.id]] as const;
    return aCycle(this.db, { phase, year, leadAgencyId: this.noiVu.id, sets: [this.set], substitutes });
  }

  /** A submitted assessment with its answers and appraisers, in a cycle of its own in its appraisal, unless told otherwise. */
  async assessed(fields: AssessedFields = {}): Promise<Assessed> {
    const { state = 'submitted', exempt = [], answers = DECLARED } = fields;
    const agency = fields.agency ?? (await anAgency(this.db));
    const cycle = fields.cycle ?? (await this.cycle('appraisal'));
    const submittedAt = state === 'drafting' || state === 'awaiting-head' ? null : new Date();
    const assessment = await anAssessment(this.db, { agency, cycle, set: this.set, state, exempt, submittedAt });
    const officer = await this.person('agency-officer', agency);
    await this.declare(assessment.id, officer, answers);
    await this.db.manager.insert(AppraisalAssignment, this.assignments(assessment.id, agency));
    return { id: assessment.id, agency, assessment };
  }

  private async declare(assessmentId: string, { id: updatedBy }: Actor, answers: Readonly<Record<string, ScoringAnswer>>): Promise<void> {
    const set = compileCriteriaSet(APPRAISED_SET);
    const rows = Object.entries(answers).map(([code, answer]) => {
      const { points } = scoreLeaf(set, code, answer);
      return { assessmentId, code, answer, points: points === null ? null : String(points), updatedBy };
    });
    await inItsTime(this.db, assessmentId, WHILE_DRAFTING, (em) => em.insert(Answer, rows as object[]));
  }

  private assignments(assessmentId: string, assessed: Agency): Pick<AppraisalAssignment, 'assessmentId' | 'code' | 'agencyId'>[] {
    const { leaves } = compileCriteriaSet(APPRAISED_SET);
    return leaves
      .filter(({ source }) => source === 'self' || source === 'appraiser')
      .map(({ code, appraiser }) => ({ assessmentId, code, agencyId: this.appraising(appraiser === 'so-tu-phap' ? this.tuPhap : this.noiVu, assessed).id }));
  }

  private appraising(owner: Agency, assessed: Agency): Agency {
    if (owner.id !== assessed.id) return owner;
    return owner === this.noiVu ? this.tuPhap : this.noiVu;
  }
}

/** Saves the two field owners and the set. Once for a test file: their codes are those of the set. */
export async function aProvince(db: DataSource, document = APPRAISED_SET): Promise<Province> {
  const noiVu = await anAgency(db, { code: 'so-noi-vu', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ' });
  const tuPhap = await anAgency(db, { code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'Sở Tư pháp' });
  const set = await aCriteriaSet(db, { document });
  return new Province(db, set, noiVu, tuPhap);
}
