import { Random } from './random';

/** How the demonstration plays one agency in the running cycle. */
export type DemoCourse = 'drafting-extended' | 'awaiting-head-extended' | 'submitted' | 'submitted-late' | 'never-submitted' | 'appraised';

/** The named ones are those that the demo people belong to; the others follow from chance. */
const COURSES: Readonly<Record<string, DemoCourse>> = {
  'so-y-te': 'drafting-extended',
  'so-giao-duc-va-dao-tao': 'awaiting-head-extended',
  'so-tu-phap': 'appraised',
  'van-phong-ubnd': 'appraised',
  'so-noi-vu': 'submitted',
  'so-xay-dung': 'submitted-late',
  'so-ngoai-vu': 'never-submitted',
};

const NAMED_QUALITY: Readonly<Record<string, number>> = { 'so-tu-phap': 0.97, 'van-phong-ubnd': 0.95, 'so-noi-vu': 0.94, 'so-y-te': 0.8 };

/** 0…1, of one agency in one year: its own level with a little movement from year to year. */
export function qualityOf(agencyCode: string, groupCode: string, year: number): number {
  const own = new Random(`level ${agencyCode}`).next();
  const drift = new Random(`drift ${agencyCode} ${year}`).next() * 0.12 - 0.06;
  const level = NAMED_QUALITY[agencyCode] ?? (groupCode === 'so-ban-nganh' ? 0.68 + 0.27 * own : 0.32 + 0.55 * own);
  return Math.min(1, Math.max(0.15, level + drift));
}

export function courseOf(agencyCode: string): DemoCourse {
  const named = COURSES[agencyCode];
  if (named) {
    return named;
  }
  const at = new Random(`course ${agencyCode}`).next();
  if (at < 0.04) {
    return 'never-submitted';
  }
  if (at < 0.12) {
    return 'submitted-late';
  }
  return at < 0.3 ? 'appraised' : 'submitted';
}
