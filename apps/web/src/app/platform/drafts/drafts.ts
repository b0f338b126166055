import { InjectionToken } from '@angular/core';
import type { DraftStore } from './draft';
import { IndexedDrafts } from './indexed-drafts';

/** Where unsent drafts are kept in this browser. */
export const DRAFTS = new InjectionToken<DraftStore<unknown>>('drafts', { providedIn: 'root', factory: () => new IndexedDrafts<unknown>() });
