import { compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { cellsOf, leafOwners, type PlannedAppraiser, withoutSubstitute } from './assignment-plan';

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

const owners = leafOwners(set, { agencyIds, leadAgencyId: 'lead' });
const plan = (changes: readonly PlannedAppraiser[] = [], substitutes: readonly (readonly [string, string])[] = []) => ({ owners, changes, substitutes: new Map(substitutes) });
const at = (agency: string, ...given: Parameters<typeof plan>) =>
  Object.fromEntries(cellsOf(plan(...given), [agency]).map(({ code, agencyId, source }) => [code, `${String(agencyId)} by ${source}`]));

describe('cellsOf', () => {
  it('follows the set where nothing was changed', () => {
    expect(at('y-te')).toEqual({ '1.1': 'noi-vu by set', '1.2': 'noi-vu by set', '1.3': 'tu-phap by set', '2.1': 'tu-phap by set', '3.1': 'lead by set', '4.1': 'noi-vu by set' });
  });

  it('puts the substitute in the place of an owner at itself, and nobody where there is none', () => {
    expect(at('noi-vu', [], [['noi-vu', 'tu-phap']])).toMatchObject({ '1.1': 'tu-phap by substitute', '1.3': 'tu-phap by set' });
    expect(at('noi-vu')).toMatchObject({ '1.1': 'null by substitute', '1.3': 'tu-phap by set' });
  });

  it('follows a change for all agencies, and the substitute of whom it names at that agency itself', () => {
    const change = [{ code: '1.1', assessedAgencyId: null, agencyId: 'tu-phap' }];
    expect(at('y-te', change)).toMatchObject({ '1.1': 'tu-phap by cycle', '1.2': 'noi-vu by set' });
    expect(at('noi-vu', change, [['noi-vu', 'x']])).toMatchObject({ '1.1': 'tu-phap by cycle', '1.2': 'x by substitute' });
    expect(at('tu-phap', change, [['tu-phap', 'noi-vu']])).toMatchObject({ '1.1': 'noi-vu by substitute' });
  });

  it('follows a change for one agency before everything else', () => {
    const changes = [
      { code: '1.1', assessedAgencyId: null, agencyId: 'tu-phap' },
      { code: '1.1', assessedAgencyId: 'y-te', agencyId: 'noi-vu' },
      { code: '1.1', assessedAgencyId: 'noi-vu', agencyId: 'x' },
    ];
    expect(at('y-te', changes)).toMatchObject({ '1.1': 'noi-vu by agency' });
    expect(at('noi-vu', changes)).toMatchObject({ '1.1': 'x by agency' });
    expect(at('xay-dung', changes)).toMatchObject({ '1.1': 'tu-phap by cycle' });
  });

  it('never names the assessed agency', () => {
    const changes = owners.map(({ code }) => ({ code, assessedAgencyId: null, agencyId: 'y-te' }));
    const cells = cellsOf(plan(changes, [['y-te', 'noi-vu']]), ['y-te', 'noi-vu', 'tu-phap']);
    expect(cells).toHaveLength(owners.length * 3);
    expect(cells.filter(({ assessedAgencyId, agencyId }) => assessedAgencyId === agencyId)).toEqual([]);
  });
});

describe('withoutSubstitute', () => {
  const bare = (participants: readonly string[], ...given: Parameters<typeof plan>) => withoutSubstitute(cellsOf(plan(...given), participants));

  it('names each participant that would appraise itself, with the number of its criteria', () => {
    expect(bare(['noi-vu', 'tu-phap', 'y-te'])).toEqual([
      { agencyId: 'noi-vu', leaves: 3 },
      { agencyId: 'tu-phap', leaves: 2 },
    ]);
  });

  it('asks for nobody where there is a substitute, or where the owner does not take part', () => {
    expect(bare(['noi-vu', 'y-te'], [], [['noi-vu', 'y-te']])).toEqual([]);
  });

  it('does not ask where the criteria were given to another for that agency', () => {
    const changes = ['1.1', '1.2', '4.1'].map((code) => ({ code, assessedAgencyId: 'noi-vu', agencyId: 'x' }));
    expect(bare(['noi-vu'], changes)).toEqual([]);
  });
});
