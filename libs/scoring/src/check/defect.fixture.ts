import type { SetFindingCode } from './codes';

/** Something wrong with one member of the sound set, and what is to be found because of it. */
export interface Defect {
  readonly what: string;
  /** Where it is planted, and where it is found unless `at` says otherwise. */
  readonly in: string;
  readonly plant: unknown;
  readonly at?: string;
  readonly code: SetFindingCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly severity?: 'warning';
}

/** Planted where a member is taken out. */
export const GONE = Symbol('taken out');

/** The children of the three scored fields of the sound set. */
export const DIRECTION = '/criteria/0/children';
export const QUALITY = '/criteria/1/children';
export const RESULTS = '/criteria/2/children';
