import type { VersionRef } from '@par-index/contract';

/** A version, as far as a comparison names it. */
export const versionRef = ({ id, code, title, year, versionNumber }: VersionRef): VersionRef => ({ id, code, title, year, versionNumber });
