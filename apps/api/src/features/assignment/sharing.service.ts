import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, type PersonRef, problemDetail, type ShareRequest, type ShareScope, type ShareTarget, type ShareView, sharingRefusalOf } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { Cycle } from '../cycle/cycle.entity';
import { AssignmentRepository } from './assignment.repository';
import { assertExpected } from './expected';
import { groupBy } from './group-by';
import { evenly, type SharedRow, type SharePlan, toOnePerson } from './share-plan';
import { type AbleRow, SharingRepository } from './sharing.repository';

interface Worked extends SharePlan {
  /** Everything of the department, also what is not shared out now. */
  readonly all: readonly SharedRow[];
  readonly able: readonly AbleRow[];
}

/** Who of an appraising agency decides what. Nobody is given criteria at an agency that they belong to. */
@Injectable()
export class SharingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sharing: SharingRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  async preview(actor: Actor, cycleId: string, request: ShareRequest): Promise<ShareView> {
    const em = this.dataSource.manager;
    assertMayShare(actor, await em.findOneBy(Cycle, { id: cycleId }), request.agencyId);
    return { dryRun: true, ...(await this.viewOf(em, await this.work(em, actor, cycleId, request))) };
  }

  /** Does exactly what the preview of `expected` said, with a reason. */
  share(actor: Actor, cycleId: string, request: ShareRequest): Promise<ShareView> {
    return this.unitOfWork.run(actor, async (tx) => {
      assertMayShare(actor, await lockOne(tx.em, Cycle, { id: cycleId }), request.agencyId);
      const reason = request.reason.trim();
      if (reason === '') {
        throw new DomainError('reason.required', {}, [{ pointer: '/reason', code: 'reason.required', detail: problemDetail('reason.required') }]);
      }
      const worked = await this.work(tx.em, actor, cycleId, request);
      assertExpected(digestOfMoves(worked), request.expected);
      const { agencyId, to } = request;
      await this.assignments.change(tx.em, worked.moves.map(({ row, to: personId }) => ({ id: row.id, agencyId, personId })), { userId: actor.id, reason });
      const counts = { moved: worked.moves.length, kept: worked.kept.length };
      await tx.audit('assignment.shared', { id: cycleId, cycleId }, { agencyId, personIds: to.personIds, evenly: to.unit !== undefined, ...counts, reason });
      return { dryRun: false, ...(await this.viewOf(tx.em, worked)) };
    });
  }

  private async work(em: EntityManager, actor: Actor, cycleId: string, { agencyId, scope, to, decided }: ShareRequest): Promise<Worked> {
    const able = await this.sharing.listAble(em, agencyId);
    assertTarget(to, able);
    const all = await this.sharing.listRows(em, { cycleId, agencyId, withoutAgencyIds: actor.grants.map((grant) => grant.agencyId) });
    const rows = all.filter((row) => isIn(scope, row));
    const chosen = to.personIds.flatMap((id) => able.find((person) => person.id === id) ?? []);
    const plan = to.unit ? evenly(rows, chosen, to.unit) : toOnePerson(rows, chosen[0] ?? null, decided);
    return { ...plan, all, able };
  }

  private async viewOf(em: EntityManager, worked: Worked): Promise<Omit<ShareView, 'dryRun'>> {
    const { moves, kept, refused } = worked;
    const agencies = new Map((await this.assignments.listAgencies(em, moves.map(({ row }) => row.assessedAgencyId))).map((agency) => [agency.id, agency]));
    const people = new Map((await this.assignments.listPeople(em, [...worked.able.map(({ id }) => id), ...moves.map(({ row }) => row.personId)])).map((person) => [person.id, person]));
    const grouped = groupBy(moves, ({ row, to }) => JSON.stringify([row.assessedAgencyId, row.personId, to]));
    const lines = [...grouped.values()].flatMap((group) => {
      const [first] = group;
      const assessed = first && agencies.get(first.row.assessedAgencyId);
      return first && assessed ? [{ assessed, from: refOf(people, first.row.personId), to: refOf(people, first.to), criteria: group.length }] : [];
    });
    return { digest: digestOfMoves(worked), moved: moves.length, kept: kept.length, refused: refused.length, lines, people: loadsOf(worked, people) };
  }
}

/** Everybody's number of criteria, before and after; nobody in particular first. */
function loadsOf({ all, moves, able }: Worked, people: ReadonlyMap<string, PersonRef>): ShareView['people'] {
  const to = new Map(moves.map(({ row, to: personId }) => [row.id, personId]));
  const after = all.map((row) => to.get(row.id) ?? (to.has(row.id) ? null : row.personId));
  return [null, ...able.map(({ id }) => id)].map((id) => ({
    person: refOf(people, id),
    before: all.filter(({ personId }) => personId === id).length,
    after: after.filter((personId) => personId === id).length,
  }));
}

const refOf = (people: ReadonlyMap<string, PersonRef>, id: string | null): PersonRef | null => (id === null ? null : (people.get(id) ?? null));

const digestOfMoves = ({ moves, kept }: SharePlan): string => digestOf([moves.map(({ row, to }) => [row.id, row.personId, to]), kept.map(({ id }) => id)]);

const isIn = ({ groupCode, codes, assessedAgencyIds, personIds }: ShareScope, row: SharedRow): boolean =>
  (groupCode === undefined || row.groupCode === groupCode) &&
  (codes?.some((code) => row.code === code || row.code.startsWith(`${code}.`)) ?? true) &&
  (assessedAgencyIds?.includes(row.assessedAgencyId) ?? true) &&
  (personIds?.includes(row.personId) ?? true);

function assertMayShare(actor: Actor, cycle: Cycle | null, agencyId: string): void {
  const refusal = cycle && sharingRefusalOf(actor, { phase: cycle.phase, agencyId });
  if (refusal || !cycle) {
    throw new DomainError(refusal ?? 'record.not-found', cycle ? { phase: cycle.phase } : {});
  }
}

/** One person or nobody in particular; or several, each once, to share evenly. Only people who appraise for this agency. */
function assertTarget({ personIds, unit }: ShareTarget, able: readonly AbleRow[]): void {
  const errors: FieldError[] = personIds.flatMap((id, place) =>
    able.some((person) => person.id === id) || (id === null && unit === undefined)
      ? []
      : [{ pointer: `/to/personIds/${place}`, code: 'record.not-found', detail: 'Người này không thẩm định cho cơ quan đang chọn, hoặc tài khoản đã khóa. Hãy chọn người khác.' }],
  );
  if (errors.length === 0 && personIds.length !== 1 && unit === undefined) {
    errors.push({ pointer: '/to/personIds', code: 'request.invalid', detail: 'Hãy chọn một người, hoặc chọn chia đều cho nhiều người.' });
  }
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}
