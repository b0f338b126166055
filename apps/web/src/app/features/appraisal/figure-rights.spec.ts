import type { CycleView } from '@par-index/contract';
import { culture, homeAffairs, justice } from './appraisal.fixture';
import { mayEnterFigures } from './figure-rights';

const office = { id: 'a-office', code: 'van-phong', name: 'Văn phòng', shortName: 'Văn phòng' };
const cycle = { leadAgency: homeAffairs, substitutes: [{ owner: homeAffairs, substitute: office }] } as unknown as CycleView;
const open = { agency: culture, phase: 'appraisal' } as const;

it('Sở Nội vụ enters the figures of every agency but itself', () => {
  const actor = { grants: [{ role: 'home-affairs', agencyId: homeAffairs.id }] } as const;
  expect(mayEnterFigures(actor, open, cycle)).toBe(true);
  expect(mayEnterFigures(actor, { ...open, agency: homeAffairs }, cycle)).toBe(false);
  expect(mayEnterFigures(actor, { ...open, phase: 'published' }, cycle)).toBe(false);
});

it('At Sở Nội vụ the appraisers of its substitute do, and nobody else', () => {
  const substitute = { grants: [{ role: 'appraiser', agencyId: office.id }] } as const;
  expect(mayEnterFigures(substitute, { ...open, agency: homeAffairs }, cycle)).toBe(true);
  expect(mayEnterFigures(substitute, { ...open, agency: homeAffairs, phase: 'preliminary' }, cycle)).toBe(false);
  expect(mayEnterFigures(substitute, open, cycle)).toBe(false);
  expect(mayEnterFigures({ grants: [{ role: 'appraiser', agencyId: justice.id }] }, { ...open, agency: homeAffairs }, cycle)).toBe(false);
});
