import type { CriteriaSetCheckView } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aGroup, anAgency } from '../../../test/factories/agency.factory';
import { departmentsSet, PLANTED, withDefect } from './planted-defects.fixture';
import { appraisersIn } from './document-parts';

describe('POST /criteria-sets/check', () => {
  let test: TestApp;
  let homeAffairs: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    await aGroup(test.db);
    const codes = new Set(appraisersIn(departmentsSet()).map(({ code }) => code));
    const agencies = await Promise.all([...codes].map((code) => anAgency(test.db, { code })));
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: agencies[0]?.id ?? '' }]);
  });
  afterAll(() => test.close());

  const check = async (document: object) => (await homeAffairs.post('/api/v1/criteria-sets/check').send(document).expect(200)).body as CriteriaSetCheckView;

  it('has nothing to say of a set in which nothing is wrong', async () => {
    expect(await check(departmentsSet())).toEqual({ valid: true, findings: [] });
  });

  it.each(PLANTED.map((defect) => [defect.code, `${defect.in}${defect.place}`, defect] as const))('finds %s planted at %s where it is, and says what to do', async (code, _place, defect) => {
    const { document, pointer } = withDefect(defect);
    const { valid, findings } = await check(document);
    const found = findings.find((finding) => finding.code === code && finding.pointer === pointer);
    expect(found?.detail).toMatch(/[;.] [Hh]ãy .+/u);
    expect(valid).toBe(!findings.some(({ severity }) => severity === 'error'));
  });

  it('is asked of more than fifty', () => expect(PLANTED.length).toBeGreaterThan(50));
});
