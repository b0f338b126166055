/** SQLSTATE of a serialization failure and of a deadlock: nothing is wrong with the work, it must only run again. */
const RETRIED: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const UNIQUE_VIOLATION = '23505';

/** The SQLSTATE of a failure of the database, or null where something else failed. */
export function sqlStateOf(error: unknown): string | null {
  const driverError: unknown = Object(error).driverError ?? error;
  const code: unknown = Object(driverError).code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

export const isWorthRetrying = (error: unknown): boolean => RETRIED.has(sqlStateOf(error));

/** Whether a write was refused because its key is there already. */
export const isDuplicate = (error: unknown): boolean => sqlStateOf(error) === UNIQUE_VIOLATION;
