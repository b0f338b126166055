import { compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { leafOwners, withoutSubstitute } from './assignment-plan';

const set = compileCriteriaSet(APPRAISED_SET);
const agencyIds = new Map([
  ['so-noi-vu', 'noi-vu'],
  ['so-tu-phap', 'tu-phap'],
]);
const ownersOf = (ids: ReadonlyMap<string, string>) =>
  Object.fromEntries(leafOwners(set, { agencyIds: ids, leadAgencyId: 'lead' }).map(({ code, agencyId }) => [code, agencyId]));

describe('leafOwners', () => {
  it('gives what agencies and appraisers score to the agency that the set names, and surveyed or imported criteria to nobody', () => {
    expect(ownersOf(agencyIds)).toEqual({
      '1.1': 'noi-vu',
      '1.2': 'noi-vu',
      '1.3': 'tu-phap',
      '2.1': 'tu-phap',
      '3.1': 'lead',
      '4.1': 'noi-vu',
    });
  });

  it('gives to the lead agency what names an agency that there is not', () => {
    expect(ownersOf(new Map([['so-tu-phap', 'tu-phap']]))).toMatchObject({ '1.1': 'lead', '1.3': 'tu-phap', '4.1': 'lead' });
  });
});

describe('withoutSubstitute', () => {
  const owners = leafOwners(set, { agencyIds, leadAgencyId: 'lead' });

  it('names each participant that would appraise itself, with the number of its criteria', () => {
    expect(withoutSubstitute(owners, ['noi-vu', 'tu-phap', 'y-te'], new Set())).toEqual([
      { agencyId: 'noi-vu', leaves: 3 },
      { agencyId: 'tu-phap', leaves: 2 },
    ]);
  });

  it('asks for nobody where there is a substitute, or where the owner does not take part', () => {
    expect(withoutSubstitute(owners, ['noi-vu', 'y-te'], new Set(['noi-vu']))).toEqual([]);
  });
});
