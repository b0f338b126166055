import { type Actor, assessmentRefusalOf, type CycleView, hasReached, openExtensions, type ProgressRow, type SessionView } from '@par-index/contract';

/** Why nothing can be done with one line of the progress now and who can lift it; null where it can. */
export interface RowLocks {
  readonly extend: string | null;
  readonly exempt: string | null;
  readonly reopen: string | null;
}

/** Who is signed in, as the rules ask. */
export const actorOf = (session: SessionView | null | undefined): Pick<Actor, 'grants'> => ({
  grants: (session?.grants ?? []).map(({ role, agency }) => ({ role, agencyId: agency.id })),
});

export function rowLocksOf(actor: Pick<Actor, 'grants'>, cycle: CycleView, row: ProgressRow): RowLocks {
  return {
    extend: openExtensions(actor, { phase: cycle.phase, state: row.state }).length > 0 ? null : $localize`Cơ quan không còn việc nào để gia hạn trong kỳ này.`,
    exempt: hasReached(cycle.phase, 'preliminary') ? $localize`Miễn tiêu chí được đến trước khi có kết quả sơ bộ; sau đó chỉ đính chính bằng lần công bố mới.` : null,
    reopen: reopenLock(actor, cycle, row),
  };
}

function reopenLock(actor: Pick<Actor, 'grants'>, cycle: CycleView, { state, agency, extensions }: ProgressRow): string | null {
  if (state === 'drafting' || state === 'awaiting-head') {
    return $localize`Hồ sơ chưa nộp: cơ quan tự sửa được.`;
  }
  if (state !== 'submitted') {
    return $localize`Hồ sơ đã thẩm định xong, không mở lại được; cơ quan nêu ý kiến khi giải trình.`;
  }
  const common = cycle.windows.find(({ phase }) => phase === 'self-assessment');
  const own = extensions.find(({ phase }) => phase === 'self-assessment');
  const window = common && own ? { opensAt: common.opensAt, deadlineAt: own.deadlineAt, closeAt: latest(own.closeAt, cycle.phase === 'self-assessment' ? common.closeAt : own.closeAt) } : common;
  if (window === undefined) {
    return NO_TIME;
  }
  const context = { state, agencyId: agency.id, phase: cycle.phase, extended: own !== undefined, now: cycle.now, window };
  const refusal = assessmentRefusalOf(actor, context, 'reopen');
  return refusal === null ? null : refusal === 'access.own-agency' ? OWN_AGENCY : NO_TIME;
}

const NO_TIME = $localize`Thời gian tự đánh giá của cơ quan đã hết. Hãy gia hạn tự đánh giá trước rồi mở lại.`;
const OWN_AGENCY = $localize`Hồ sơ của cơ quan bạn do chuyên viên Sở Nội vụ không thuộc cơ quan này mở lại.`;

const latest = (one: string, other: string): string => (Date.parse(one) >= Date.parse(other) ? one : other);
