import type { Actor } from '@par-index/contract';

/** A person who acts on the own account before a session says who they are. Holds no rights. */
export const oneself = (id: string): Actor => ({ id, grants: [], permissions: new Set() });
