import type { AuditPayloads } from '@par-index/contract';
import type { HistoryRow } from './assignment.repository';

type Names = ReadonlyMap<string, string>;

const MANY = 3;

/** «1.1, 1.2, 1.3 và 4 tiêu chí khác» */
const few = (items: readonly string[], kind: string): string => (items.length <= MANY ? items.join(', ') : `${items.slice(0, MANY).join(', ')} và ${items.length - MANY} ${kind} khác`);

const counts = ({ moved, kept }: { readonly moved: number; readonly kept: number }): string => `${moved} lượt chuyển${kept > 0 ? `, ${kept} lượt đã thẩm định giữ nguyên` : ''}`;

function changed(payload: AuditPayloads['assignment.changed'], names: Names): string {
  const where = payload.agencyIds === null ? 'tại mọi cơ quan' : `tại ${few(payload.agencyIds.map((id) => names.get(id) ?? ''), 'cơ quan')}`;
  const to = payload.to === null ? 'về cơ quan phụ trách theo bộ tiêu chí' : `cho ${names.get(payload.to) ?? ''}`;
  return `Giao tiêu chí ${few(payload.codes, 'tiêu chí')} ${to}, ${where}: ${counts(payload)}.`;
}

const substituted = (payload: AuditPayloads['assignment.substituted']): string => `Đổi cơ quan thay của các cơ quan phụ trách: ${counts(payload)}.`;

function shared(payload: AuditPayloads['assignment.shared'], names: Names): string {
  const how = payload.evenly ? `Chia đều cho ${payload.personIds.length} người` : payload.personIds[0] === null ? 'Trả về cho cả cơ quan' : 'Giao cho một người';
  return `${how} của ${names.get(payload.agencyId) ?? ''}: ${counts(payload)}.`;
}

/** One line of the history in Vietnamese. */
export function historyInWords({ event, payload }: HistoryRow, names: Names): string {
  if (event === 'assignment.changed') {
    return changed(payload as unknown as AuditPayloads['assignment.changed'], names);
  }
  return event === 'assignment.shared' ? shared(payload as unknown as AuditPayloads['assignment.shared'], names) : substituted(payload as unknown as AuditPayloads['assignment.substituted']);
}

/** The agencies whose names a line needs. */
export function agencyIdsIn({ payload }: HistoryRow): readonly string[] {
  const { to, agencyId, agencyIds } = payload as { readonly to?: string | null; readonly agencyId?: string; readonly agencyIds?: readonly string[] | null };
  return [...(to ? [to] : []), ...(agencyId ? [agencyId] : []), ...(agencyIds ?? []).slice(0, MANY)];
}
