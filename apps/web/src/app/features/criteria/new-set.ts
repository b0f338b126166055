/** «Bộ tiêu chí … năm 2027», as decisions call it. */
export function titleFor(groupName: string, year: string): string {
  return $localize`Bộ tiêu chí xác định Chỉ số cải cách hành chính ${groupName}:group: năm ${year}:year:`;
}

/** `so-ban-nganh-2027`: what versions of one set have in common. */
export const draftCode = (groupCode: string, year: string): string => [groupCode, year.trim()].filter((part) => part !== '').join('-');
