import { type CampaignView, type FormAnswers, SATISFACTION_STEPS, SIPAS_QUESTIONNAIRE, type SuspicionsView } from '@par-index/contract';
import * as fc from 'fast-check';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCampaign, aFilledForm, sipasAnswers } from '../../../test/factories/survey.factory';
import { FormMixing } from './form-mixing.service';
import { recountCommand } from './recount-command';
import { Recounts } from './recount.service';

type Step = { readonly kind: 'send'; readonly office: number; readonly answers: FormAnswers } | { readonly kind: 'mix' } | { readonly kind: 'exclude' | 'restore'; readonly place: number };

const step = fc.constantFrom(...SATISFACTION_STEPS.map(({ id }) => id));
const answers = fc.record({ every: step, overall: step, asked: fc.boolean(), area: fc.option(fc.constantFrom('dat-dai', 'khac')), words: fc.option(fc.constantFrom('Tốt', 'Chậm')) }).map(
  ({ every, overall, asked, area, words }): FormAnswers => ({
    ...sipasAnswers(every),
    'hai-long-chung': overall,
    ...(asked ? { 'da-phan-anh': 'roi', 'phan-anh-hinh-thuc': every, 'phan-anh-tiep-nhan': overall, 'phan-anh-thong-bao': overall } : {}),
    ...(area ? { 'linh-vuc': area } : {}),
    ...(words ? { 'gop-y': words } : {}),
  }),
);
const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('send' as const), office: fc.nat(1), answers }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'mix' as const }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('exclude' as const, 'restore' as const), place: fc.nat(30) }) },
  ),
  { minLength: 10, maxLength: 45 },
);

describe('the aggregates', () => {
  let test: TestApp;
  let noiVu: Browser;
  let agencies: Parameters<typeof aCampaign>[1]['agencies'];

  beforeAll(async () => {
    test = await startTestApp();
    agencies = [await anAgency(test.db), await anAgency(test.db)];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
  });
  afterAll(() => test.close());

  async function take(campaign: CampaignView, one: Step): Promise<void> {
    if (one.kind === 'send') {
      await test.anonymous.post(`/api/v1/public/surveys/${campaign.officeList[one.office]!.linkCode}/forms`).send(aFilledForm(one.answers)).expect(200);
    } else if (one.kind === 'mix') {
      await test.app.get(FormMixing).mixAll();
    } else {
      const rows: readonly { id: string }[] = await test.db.query('select id from survey_form where campaign_id = $1 order by id', [campaign.id]);
      const form = rows[one.place % Math.max(1, rows.length)];
      await (form && noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/forms/${form.id}/${one.kind === 'exclude' ? 'exclusion' : 'restoration'}`).send({ reason: 'Thử' }).expect(200));
    }
  }

  it('are at every moment what a recount of all forms gives', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (course) => {
        const campaign = await aCampaign(noiVu, { agencies, leastShown: 3, questionnaire: SIPAS_QUESTIONNAIRE });
        for (const one of course) {
          await take(campaign, one);
        }
        expect((await test.app.get(Recounts).recount(campaign.id)).different).toEqual([]);
        await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'x' }).expect(200);
        const recount = await test.app.get(Recounts).recount(campaign.id);
        const sent = course.filter(({ kind }) => kind === 'send').length;
        const { excluded } = (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}/suspicions`).expect(200)).body as SuspicionsView;
        expect([recount.different, recount.forms]).toEqual([[], sent - excluded.length]);
      }),
      { numRuns: 6 },
    );
  });

  it('that differ are found by the command, cell by cell', async () => {
    const campaign = await aCampaign(noiVu, { agencies });
    for (let sent = 0; sent < 10; sent += 1) {
      await take(campaign, { kind: 'send', office: 0, answers: sipasAnswers() });
    }
    await test.app.get(FormMixing).mixAll();
    const lines: string[] = [];
    expect(await recountCommand(test.app.get(Recounts), [campaign.id], (line) => lines.push(line))).toBe(0);
    expect(lines.at(-1)).toMatch(/: 5 forms, \d+ numbers, all as counted$/);
    await test.db.query(`update survey_tally set count = count + 1 where campaign_id = $1 and question = 'hai-long-chung' and option = 'hai-long'`, [campaign.id]);
    expect(await recountCommand(test.app.get(Recounts), [], (line) => lines.push(line))).toBe(1);
    expect(lines.find((line) => line.includes('hai-long-chung'))).toMatch(/kept 6, counted 5$/);
    expect(await recountCommand(test.app.get(Recounts), ['x'], (line) => lines.push(line))).toBe(2);
  });
});
