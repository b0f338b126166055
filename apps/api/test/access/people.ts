import type { Role } from '@par-index/contract';
import type { Browser, TestApp } from '../app';
import { anAgency } from '../factories/agency.factory';
import type { Assessed, Province } from '../factories/province.factory';

/** Everybody that the table of routes has a column for, in its order. `own` is of the assessed agency, `other` of an agency that has nothing to do with it. */
export const PEOPLE = [
  ['nobody', null, null],
  ['officer, own', 'agency-officer', 'own'],
  ['officer, other', 'agency-officer', 'other'],
  ['head, own', 'agency-head', 'own'],
  ['head, other', 'agency-head', 'other'],
  ['appraiser, own', 'appraiser', 'own'],
  ['appraiser, assigned', 'appraiser', 'owner'],
  ['appraiser, other', 'appraiser', 'other'],
  ['home affairs', 'home-affairs', 'lead'],
  ['home affairs, own', 'home-affairs', 'own'],
  ['council member', 'council-member', 'other'],
  ['council chair, own', 'council-chair', 'own'],
  ['leader', 'leader', 'other'],
  ['admin', 'admin', 'other'],
] as const satisfies readonly (readonly [name: string, role: Role | null, of: 'own' | 'other' | 'owner' | 'lead' | null])[];

export type PersonName = (typeof PEOPLE)[number][0];

/** One browser for each of them, signed in. */
export async function signInAll(test: TestApp, province: Province, assessed: Assessed): Promise<ReadonlyMap<PersonName, Browser>> {
  const agencies = { own: assessed.agency.id, other: (await anAgency(test.db)).id, owner: province.tuPhap.id, lead: province.noiVu.id };
  const browsers = new Map<PersonName, Browser>();
  for (const [name, role, of] of PEOPLE) {
    browsers.set(name, role && of ? await test.signedInAs([{ role, agencyId: agencies[of] }]) : test.anonymous);
  }
  return browsers;
}
