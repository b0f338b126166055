import type { FieldError } from '../problem/problem';
import type { LineageKind } from './lineage.api';

/** A line of descent as far as the rules depend on it. */
export interface Descent {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: LineageKind;
}

/** What is to be recorded: the successor came from these. */
export interface PlannedDescent {
  readonly successorId: string;
  readonly predecessorIds: readonly string[];
  readonly kind: LineageKind;
}

/**
 * What is wrong with a descent beside those that are recorded: nobody, the agency itself, a predecessor named twice or recorded already, one that came from the
 * agency, or a new name of more than one agency.
 */
export function descentErrors({ successorId, predecessorIds, kind }: PlannedDescent, recorded: readonly Descent[]): readonly FieldError[] {
  if (predecessorIds.length === 0) {
    return [{ pointer: '/predecessorIds', code: 'lineage.nobody', detail: 'Hãy chọn ít nhất một cơ quan tiền thân.' }];
  }
  const later = descendantsOf(successorId, recorded);
  const own = predecessorIds.flatMap((id, at) => {
    const detail = predecessorError(id, { successorId, later, recorded, before: predecessorIds.slice(0, at) });
    return detail === null ? [] : [{ pointer: `/predecessorIds/${at}`, code: 'lineage.predecessor', detail }];
  });
  return [...own, ...nameErrors({ successorId, predecessorIds, kind }, recorded)];
}

/** What is wrong with making a recorded line of another kind, `others` being all but it. */
export function kindErrors({ predecessorId, successorId, kind }: Descent, others: readonly Descent[]): readonly FieldError[] {
  return nameErrors({ successorId, predecessorIds: [predecessorId], kind }, others);
}

interface Place {
  readonly successorId: string;
  readonly later: ReadonlySet<string>;
  readonly recorded: readonly Descent[];
  readonly before: readonly string[];
}

function predecessorError(id: string, { successorId, later, recorded, before }: Place): string | null {
  if (id === successorId) {
    return 'Cơ quan không thể là tiền thân của chính mình. Hãy chọn cơ quan khác.';
  }
  if (before.includes(id)) {
    return 'Cơ quan này đã được chọn ở trên. Hãy bỏ bớt một dòng.';
  }
  if (recorded.some((one) => one.predecessorId === id && one.successorId === successorId)) {
    return 'Cơ quan này đã được ghi là tiền thân. Hãy sửa dòng đã có.';
  }
  return later.has(id) ? 'Cơ quan này được hình thành từ chính cơ quan đang sửa nên không thể là tiền thân của nó.' : null;
}

/** A new name is one agency's, and leaves no other way from the old one or to the new one. */
function nameErrors({ successorId, predecessorIds, kind }: PlannedDescent, recorded: readonly Descent[]): readonly FieldError[] {
  const others = recorded.filter((one) => one.successorId === successorId || predecessorIds.includes(one.predecessorId));
  const isShared = kind === 'rename' ? predecessorIds.length > 1 || others.length > 0 : others.some((one) => one.kind === 'rename');
  const detail = 'Đổi tên là việc của một cơ quan thành chính nó với tên mới; ở đây còn cơ quan tiền thân hoặc kế thừa khác. Hãy chọn sáp nhập hoặc chia tách.';
  return isShared ? [{ pointer: '/kind', code: 'lineage.rename', detail }] : [];
}

/** Every agency that came from this one, however many steps ago. */
function descendantsOf(agencyId: string, recorded: readonly Descent[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [agencyId];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const next = recorded.filter(({ predecessorId, successorId }) => predecessorId === one && !found.has(successorId)).map(({ successorId }) => successorId);
    next.forEach((id) => found.add(id));
    open.push(...next);
  }
  return found;
}

export const LINEAGE_KIND_WORDS = {
  merge: 'Sáp nhập',
  split: 'Chia tách',
  rename: 'Đổi tên',
} as const satisfies Readonly<Record<LineageKind, string>>;
