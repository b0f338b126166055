import { DomainError } from '../../platform/problem/domain-error';
import type { ItemRow } from './council.repository';

/** Whom a line of the log about an item is about. */
export const subjectOf = ({ assessmentId, cycleId }: Pick<ItemRow, 'assessmentId' | 'cycleId'>) => ({ id: assessmentId, cycleId });

/** The reason as it is kept; refuses an empty one. */
export function required(reason: string): string {
  if (reason.trim() === '') {
    throw new DomainError('reason.required');
  }
  return reason.trim();
}
