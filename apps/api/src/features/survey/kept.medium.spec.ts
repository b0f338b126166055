import { blindBallot, type CampaignView, type InvitationCode, type InvitedForm, LEADERS_QUESTIONNAIRE, unblindBallot } from '@par-index/contract';
import { randomBytes } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCampaign, aFilledForm, aSheet, ratingAnswers } from '../../../test/factories/survey.factory';
import type { Agency } from '../organisation/agency.entity';

/** SQLSTATE restrict_violation, and of a CHECK. */
const REFUSED = { driverError: { code: '23001' } };
const CHECKED = { driverError: { code: '23514' } };

/** What no command may do to surveys, whoever sends it. */
describe('the database', () => {
  let test: TestApp;
  let noiVu: Browser;
  let agencies: readonly Agency[];
  let campaign: CampaignView;

  beforeAll(async () => {
    test = await startTestApp();
    agencies = [await anAgency(test.db)];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: (await anAgency(test.db)).id }]);
    campaign = await aCampaign(noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies, groups: [{ code: 'lanh-dao', byInvitation: true }, { code: 'nguoi-dan', byInvitation: false }] });
    await answerByInvitation();
    const answers = { ...ratingAnswers([agencies[0]!.id], 'A'), 'gop-y': 'Tốt' };
    await test.anonymous.post(`/api/v1/public/surveys/${campaign.linkCode}/forms`).send(aFilledForm(answers)).expect(200);
    await noiVu.put(`/api/v1/survey-campaigns/${campaign.id}/paper-forms/1/entries/1`).send({ officeId: null, groupCode: 'nguoi-dan', answers }).expect(200);
    await noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/closing`).set('if-match', `"${campaign.version}"`).send({ reason: 'x' }).expect(200);
  });
  afterAll(() => test.close());

  async function answerByInvitation(): Promise<void> {
    const upload = noiVu.post(`/api/v1/survey-campaigns/${campaign.id}/invitations/import`).query({ dryRun: 'false', mail: 'false', groupCode: 'lanh-dao' });
    const { codes } = (await upload.attach('file', await aSheet([['Họ và tên', 'Thư điện tử', 'Mã cơ quan'], ['An', '', '']]), 'a.xlsx').expect(200)).body as { codes: readonly InvitationCode[] };
    const { ballotKey } = (await test.anonymous.post('/api/v1/public/survey-invitations/form').send({ code: codes[0]!.code }).expect(200)).body as InvitedForm;
    const hidden = blindBallot(ballotKey, (count) => new Uint8Array(randomBytes(count)));
    const { body } = await test.anonymous.post('/api/v1/public/survey-invitations/ballot').send({ code: codes[0]!.code, blinded: hidden.blinded }).expect(200);
    const ballot = unblindBallot(ballotKey, hidden, body.signed);
    await test.anonymous.post('/api/v1/public/survey-ballots').send({ campaignId: campaign.id, groupCode: 'lanh-dao', ballot, answers: ratingAnswers([agencies[0]!.id], 'B') }).expect(200);
  }

  it.each(['survey_arrival', 'survey_text', 'survey_paper_entry'])('keeps %s as it was written', async (table) => {
    expect((await test.db.query(`select from ${table}`)).length).toBeGreaterThan(0);
    await expect(test.db.query(`update ${table} set campaign_id = campaign_id`)).rejects.toMatchObject(REFUSED);
    await expect(test.db.query(`delete from ${table}`)).rejects.toMatchObject(REFUSED);
    await expect(test.db.query(`truncate ${table} cascade`)).rejects.toMatchObject(REFUSED);
  });

  it.each(['survey_form', 'survey_invitation', 'survey_campaign', 'survey_questionnaire', 'survey_proposal'])('deletes nothing of %s', async (table) => {
    await expect(test.db.query(`delete from ${table}`)).rejects.toMatchObject(REFUSED);
    await expect(test.db.query(`truncate ${table} cascade`)).rejects.toMatchObject(REFUSED);
  });

  it.each([
    ['answers', `answers = '{}'`],
    ['office', `office_id = (select id from survey_office limit 1)`],
    ['channel', `channel = 'kiosk'`],
    ['seconds', `seconds = 5`],
  ])('changes no form’s %s', async (_, change) => {
    await expect(test.db.query(`update survey_form set ${change} where channel = 'link'`)).rejects.toMatchObject(REFUSED);
  });

  it.each([
    ['an hour of an invited form', `insert into survey_form (campaign_id, group_code, channel, answers, hour) select campaign_id, group_code, channel, answers, '2026-01-01T00:00:00Z' from survey_form where channel = 'invitation' limit 1`],
    ['a duration of an invited form', `insert into survey_form (campaign_id, group_code, channel, answers, seconds) select campaign_id, group_code, channel, answers, 5 from survey_form where channel = 'invitation' limit 1`],
    ['a minute', `insert into survey_form (campaign_id, group_code, channel, answers, hour) select campaign_id, group_code, channel, answers, '2026-01-01T00:01:00Z' from survey_form where channel = 'link' limit 1`],
    ['an exclusion by nobody', `update survey_form set excluded = true, excluded_reason = 'x' where channel = 'link'`],
    ['a count below nothing', `update survey_tally set count = -1`],
    ['a spent invitation without its ballot', `update survey_invitation set blinded_digest = null`],
  ])('takes no %s', async (_, statement) => {
    await expect(test.db.query(statement)).rejects.toMatchObject(CHECKED);
  });

  it('opens no closed campaign again, and changes nothing of what it asked', async () => {
    await expect(test.db.query(`update survey_campaign set state = 'open', closed_at = null where id = $1`, [campaign.id])).rejects.toMatchObject(REFUSED);
    await expect(test.db.query(`update survey_campaign set least_shown = 3 where id = $1`, [campaign.id])).rejects.toMatchObject(REFUSED);
  });
});
