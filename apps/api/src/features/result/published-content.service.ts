/** What a snapshot is made of, for those after this feature who pass it on. */
export { type AgencyRow, rowsOf } from './published-row';
export type { GroupDocument, SnapshotDocument } from './snapshot-document';
