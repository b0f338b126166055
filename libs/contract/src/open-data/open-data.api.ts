/** What of a published result everybody may read beside ranking and fields: a setting of the province. */
export const PUBLIC_FIELDS = ['criteria', 'remarks', 'answers'] as const;
/** `criteria`: points of each criterion. `remarks`: why points differ from the declared ones. `answers`: the figures that points come from, so that anybody can compute the result again. */
export type PublicField = (typeof PUBLIC_FIELDS)[number];

/** GET /public/open-data: every edition of every published result, newest first. Addresses never change and never hold anything else. */
export interface OpenDataIndex {
  readonly format: 'par-open-data/1';
  readonly editions: readonly OpenDataEdition[];
}

export interface OpenDataEdition {
  readonly year: number;
  /** From 1 within a year; a correction is a new edition. */
  readonly edition: number;
  readonly title: string;
  readonly publishedAt: string;
  /** Why it was published; of a correction, why it was needed. */
  readonly reason: string;
  /** SHA-256 of the whole stored document, which also the printed documents of the edition bear. */
  readonly digest: string;
  /** Whether no later edition of the year is there. */
  readonly inForce: boolean;
  /** Address of the manifest on this server. */
  readonly address: string;
}

/** GET /public/open-data/:year/:edition */
export interface OpenDataManifest extends OpenDataEdition {
  readonly format: 'par-open-data/1';
  readonly files: readonly OpenDataFile[];
}

export interface OpenDataFile {
  readonly name: string;
  readonly mediaType: 'text/csv' | 'application/json';
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal: also the ETag of the file. */
  readonly sha256: string;
  /** In Vietnamese: what is in it. */
  readonly title: string;
  readonly address: string;
  /** Address of the JSON Schema; null for CSV, whose first line names the columns. */
  readonly schema: string | null;
}

/** `ranking-….json`: one group's ranking. Figures are decimal numbers with at most 4 decimals. */
export interface OpenRanking {
  readonly format: 'par-open-ranking/1';
  readonly year: number;
  readonly edition: number;
  readonly group: string;
  readonly groupName: string;
  readonly fields: readonly { readonly code: string; readonly title: string; readonly max: number }[];
  readonly agencies: readonly OpenRankingRow[];
}

export interface OpenRankingRow {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly index: number;
  readonly grade: string | null;
  readonly points: number;
  readonly applicableMax: number;
  readonly selfPoints: number;
  readonly surveyPoints: number;
  readonly bonus: number;
  readonly penalty: number;
  /** Points by the code of a field; null where it does not apply to the agency. */
  readonly fields: Readonly<Record<string, number | null>>;
}
