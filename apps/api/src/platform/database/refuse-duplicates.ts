import type { FieldError } from '@par-index/contract';
import { DomainError } from '../problem/domain-error';
import { isDuplicate } from './retry';

/** Runs a write and turns the database's refusal of a key that is there already into `record.duplicate`, naming the field. */
export async function refuseDuplicates<T>(write: () => Promise<T>, field: Omit<FieldError, 'code'>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicate(error) ? new DomainError('record.duplicate', {}, [{ ...field, code: 'duplicate' }]) : error;
  }
}
