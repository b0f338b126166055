import type { CriteriaSet } from '@par-index/scoring';
import agencies from './province/agencies.json';
import departments from './province/so-ban-nganh-2026.json';
import communes from './province/xa-phuong-2026.json';

export interface ProvinceAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly group: string;
}

/** The agencies of the demonstration province, in the order of its own list. */
export const AGENCIES: readonly ProvinceAgency[] = agencies;

export const GROUPS: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'so-ban-nganh', name: 'Sở, ban, ngành' },
  { code: 'xa-phuong', name: 'Xã, phường' },
  { code: 'nganh-doc', name: 'Cơ quan ngành dọc' },
];

/** The groups that the demonstration has criteria for. */
export const SCORED_GROUPS = ['so-ban-nganh', 'xa-phuong'] as const;

/** The year of the cycle that is under way; the one before it is published. */
export const RUNNING_YEAR = 2026;

const SETS = [departments, communes] as unknown as readonly CriteriaSet[];

/** The illustrative sets, as of a year: each year has copies of its own. */
export function setsOf(year: number): readonly CriteriaSet[] {
  return SETS.map((set) => ({ ...set, code: set.code.replace('2026', String(year)), title: set.title.replace('2026', String(year)), year }));
}

/** Who does not take a part of the criteria, and why. */
export const EXEMPTIONS: Readonly<Record<string, readonly { readonly code: string; readonly reason: string }[]>> = {
  'thanh-tra-tinh': ['3.1', '3.2', '3.3', '3.4'].map((code) => ({ code, reason: 'Cơ quan không có thủ tục hành chính tiếp nhận của tổ chức, cá nhân.' })),
  'so-ngoai-vu': [{ code: '6.4', reason: 'Cơ quan không có đơn vị sự nghiệp công lập trực thuộc.' }],
};
