import { SATISFACTION_STEPS } from '@par-index/contract';
import type { AddressInfo } from 'node:net';
import { surveyStorm } from '../../../../../tools/survey-storm/storm.mjs';
import { startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCampaign, sipasAnswers } from '../../../test/factories/survey.factory';
import { FormMixing } from './form-mixing.service';

const FORMS = 300;

describe('a storm of forms over a bad network', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
  });
  afterAll(() => test.close());

  it('stores each once, while forms are mixed and the campaign is closed in the end', async () => {
    const agencies = [await anAgency(test.db), await anAgency(test.db)];
    const noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
    const campaign = await aCampaign(noiVu, { agencies });
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const count = async (table: string): Promise<number> => Number((await test.db.query(`select count(*) from ${table} where campaign_id = $1`, [campaign.id]))[0].count);
    const storm = surveyStorm({
      ...{ origin: `http://127.0.0.1:${port}`, linkCodes: campaign.officeList.map(({ linkCode }) => linkCode), forms: FORMS, devices: 12, faultPercent: 30 },
      answersOf: (place) => sipasAnswers(SATISFACTION_STEPS[place % 5]!.id),
    });
    const mixing = (async () => {
      for (let round = 0; round < 10; round += 1) {
        await test.app.get(FormMixing).mixAll();
      }
    })();
    const [outcome] = await Promise.all([storm, mixing]);
    expect(new Set(outcome.acknowledged).size).toBe(FORMS);
    expect([outcome.cut > 5, outcome.doubled > 5, outcome.delayed > 5]).toEqual([true, true, true]);
    expect(await count('survey_arrival')).toBe(FORMS);
    await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'x' }).expect(200);
    expect([await count('survey_form'), await count('survey_sealed_form')]).toEqual([FORMS, 0]);
  });
});
