import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, remarkRefusalOf, type RemarkSide, remarkSideOf, type ThreadView, type WriteRemarkRequest } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentReading, type Seen } from '../assessment/assessment-reading.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { sharingLockedBecause } from './locked-because';
import { QuestionReader, type RemarkPlace, type Standing } from './question-reader.service';
import { RemarkRepository, type StoredRemark } from './remark.repository';

/** The thread under one criterion: what each side says among itself, and what both read. */
@Injectable()
export class RemarkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: AssessmentReading,
    private readonly compiled: CompiledSets,
    private readonly remarks: RemarkRepository,
    private readonly questions: QuestionReader,
  ) {}

  thread(actor: Actor, place: RemarkPlace): Promise<ThreadView> {
    return this.read(this.dataSource.manager, actor, place);
  }

  /** Written once. Refuses what is not the actor's to see, and what `remarkRefusalOf` does. */
  write(actor: Actor, place: RemarkPlace, { visibility, asks, text }: WriteRemarkRequest): Promise<ThreadView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { seen, side } = await this.stand(tx.em, actor, place, 'share');
      const refusal = remarkRefusalOf(actor, seen.context, visibility);
      if (refusal) {
        throw new DomainError(refusal, { state: seen.context.state });
      }
      if (text.trim() === '') {
        throw new DomainError('remark.empty', {}, [{ pointer: '/text', code: 'remark.empty', detail: 'Hãy viết ý kiến.' }]);
      }
      assertMayAsk(side, { visibility, asks });
      const agencyId = await this.speaksFor(tx.em, actor, seen);
      await this.remarks.insert(tx.em, { ...place, side, visibility, asks, text: text.trim(), agencyId, writtenBy: actor.id, writtenAt: tx.now });
      await tx.audit('remark.written', { id: place.assessmentId, cycleId: seen.record.cycleId }, { code: place.code, side, visibility, asks });
      return this.read(tx.em, actor, place);
    });
  }

  private async read(em: EntityManager, actor: Actor, place: RemarkPlace): Promise<ThreadView> {
    const { seen, side } = await this.stand(em, actor, place, 'none');
    const remarks = await this.remarks.list(em, place, side);
    const mayWrite = (visibility: 'internal' | 'shared'): boolean => remarkRefusalOf(actor, seen.context, visibility) === null;
    const writable = { internal: mayWrite('internal'), shared: mayWrite('shared') };
    return {
      ...{ code: place.code, side, remarks: remarks.map(toView), writable, question: await this.questions.read(em, { seen, side }, { place, remarks }) },
      sharingLockedBecause: writable.shared ? null : sharingLockedBecause(actor, seen),
    };
  }

  /** As whom the actor reads the criterion; what they don't see is not there. */
  private async stand(em: EntityManager, actor: Actor, { assessmentId, code }: RemarkPlace, hold: 'none' | 'share'): Promise<Standing> {
    const seen = await this.reading.see(em, actor, assessmentId, hold);
    const side = remarkSideOf(actor, seen.record.agency.id);
    if (side === null || !seen.shows(code)) {
      throw new DomainError('record.not-found');
    }
    if (!(await this.compiled.load(em, seen.record.criteriaSetId)).leaf(code)) {
      throw new DomainError('answer.criterion-unknown', { code });
    }
    return { seen, side };
  }

  /** The agency that the writer speaks for: the assessed one, or the one they appraise, oversee or vote for. */
  private async speaksFor(em: EntityManager, actor: Actor, { record, sight }: Seen): Promise<string> {
    const agencies = sight.as === 'own' ? [record.agency.id] : agenciesOf(actor, sight.as === 'overseer' ? ['home-affairs', 'council-chair', 'council-member'] : ['appraiser']);
    const [row]: readonly { readonly id: string }[] = await em.query(
      `select g.id from agency g left join appraisal_assignment t on t.agency_id = g.id and t.assessment_id = $2
       where g.id = any($1::uuid[]) order by t.id is null, g.id limit 1`,
      [agencies, record.id],
    );
    return row?.id ?? record.agency.id;
  }
}

function assertMayAsk(side: RemarkSide, { visibility, asks }: Pick<WriteRemarkRequest, 'visibility' | 'asks'>): void {
  if (asks && (side === 'agency' || visibility === 'internal')) {
    const detail = 'Câu hỏi cho cơ quan phải là ý kiến trao đổi mà hai bên cùng đọc, và do bên thẩm định nêu.';
    throw new DomainError('request.invalid', {}, [{ pointer: '/asks', code: 'remark.cannot-ask', detail }]);
  }
}

const toView = ({ at, ...remark }: StoredRemark) => ({ ...remark, at: at.toISOString() });
