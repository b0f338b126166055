import type { CriteriaSetSummary } from '@par-index/contract';

/** «Bộ tiêu chí … năm 2027», as decisions call it. */
export function titleFor(groupName: string, year: string): string {
  return $localize`Bộ tiêu chí xác định Chỉ số cải cách hành chính ${groupName}:group: năm ${year}:year:`;
}

/** `so-ban-nganh-2027`: what versions of one set have in common. */
export const draftCode = (groupCode: string, year: string): string => [groupCode, year.trim()].filter((part) => part !== '').join('-');

/** What a copy is made of, and for whom it is to be. */
export interface CopyPlace {
  readonly source: Pick<CriteriaSetSummary, 'groupCode' | 'year'> | undefined;
  readonly groupCode: string;
  readonly year: string;
}

/** A copy for the same group and the same year goes on with the code and the title of what it is copied from: it is its next version. */
export const goesOn = ({ source, groupCode, year }: CopyPlace): boolean => source?.groupCode === groupCode && String(source.year) === year.trim();
