/** One page of a list. `total` counts the whole list in the actor's scope. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** `page` from 1; `pageSize` 1…200, 50 when absent; `search` ignores accents and case. */
export interface PageQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly search?: string;
}

export const PAGE_SIZE = { standard: 50, max: 200 } as const;
