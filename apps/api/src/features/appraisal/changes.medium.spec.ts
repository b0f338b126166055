import type { ChangedAssessment, CriterionChange, Role } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAnswer } from '../../../test/factories/answer.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import type { Cycle } from '../cycle/cycle.entity';
import { ByCriterion } from './by-criterion.service';
import { Changes } from './changes.service';

describe('what changed since the submission, for who reads it', () => {
  let test: TestApp;
  let province: Province;
  let cycle: Cycle;
  let one: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    one = await province.assessed({ cycle, answers: {} });
    await handIn(one);
    await anAnswer(test.db, one.id, { code: '1.1' });
    await anAnswer(test.db, one.id, { code: '1.3', answer: { value: 4 } });
    await correctedFigure(one);
  });

  const handIn = ({ id }: Assessed) =>
    test.db.query(`insert into audit_event (event, subject_id, cycle_id, payload, at) values ('assessment.moved', $1, $2, '{"action": "submit"}', now() - interval '1 hour')`, [id, cycle.id]);
  const correctedFigure = async ({ id }: Assessed) => {
    const layer = await aLayer(test.db, id, { code: '2.2', layer: 'base', answer: { percent: 80 }, points: '16' });
    await test.db.query(
      `insert into appraisal_layer_revision (layer_id, assessment_id, code, layer, version, kind, reason, explanation_wanted, question, decided_by) values ($1, $2, '2.2', 'base', 2, 'correct', '', false, '', $3)`,
      [layer.id, id, layer.decidedBy],
    );
  };
  const seenBy = async (role: Role, agencyId: string) => {
    const browser = await test.signedInAs([{ role, agencyId }]);
    const { body } = await browser.get(`/api/v1/assessments/${one.id}/changes`).expect(200);
    return (body as readonly CriterionChange[]).map(({ code, kinds }) => [code, ...kinds]);
  };
  const listedFor = async (role: Role, agencyId: string) => {
    const browser = await test.signedInAs([{ role, agencyId }]);
    const { body } = await browser.get(`/api/v1/cycles/${cycle.id}/changes`).expect(200);
    return (body as readonly ChangedAssessment[]).map(({ agency, criteria }) => [agency.id, criteria]);
  };

  it('is all of it to whoever oversees, what is assigned to an appraiser, and nothing of others’ figures to the agency', async () => {
    expect(await seenBy('home-affairs', province.noiVu.id)).toEqual([['1.1', 'answer'], ['1.3', 'answer'], ['2.2', 'figure']]);
    expect(await seenBy('appraiser', province.tuPhap.id)).toEqual([['1.3', 'answer']]);
    expect(await seenBy('agency-head', one.agency.id)).toEqual([['1.1', 'answer'], ['1.3', 'answer']]);
  });

  it('is nobody’s outside of the agency while it is reopened', async () => {
    await test.db.query(`update assessment set state = 'drafting' where id = $1`, [one.id]);
    expect(await seenBy('home-affairs', province.noiVu.id)).toEqual([]);
    expect(await seenBy('agency-officer', one.agency.id)).toHaveLength(2);
  });

  it('is not there for another agency', async () => {
    const other = await province.assessed({ cycle });
    const browser = await test.signedInAs([{ role: 'agency-head', agencyId: other.agency.id }]);
    await browser.get(`/api/v1/assessments/${one.id}/changes`).expect(404);
    await browser.get(`/api/v1/cycles/${cycle.id}/changes`).expect(403);
  });

  it('is counted for each assessment of the cycle, the own agency left out, in as many queries however many there are', async () => {
    await province.assessed({ cycle });
    const own = await province.assessed({ cycle, agency: province.noiVu, answers: {} });
    await handIn(own);
    await anAnswer(test.db, own.id, { code: '1.1' });
    expect(await listedFor('home-affairs', province.noiVu.id)).toEqual([[one.agency.id, 3]]);
    expect(await listedFor('council-chair', one.agency.id)).toEqual([[own.agency.id, 1]]);
    const noiVu = await province.person('home-affairs', province.noiVu);
    const few = await countQueries(test.db, () => test.app.get(Changes).ofCycle(noiVu, cycle.id));
    for (let more = 0; more < 3; more += 1) await handIn(await province.assessed({ cycle }));
    expect(await countQueries(test.db, () => test.app.get(Changes).ofCycle(noiVu, cycle.id))).toBe(few);
  });

  it('stands beside each agency where one criterion is appraised across them', async () => {
    await province.assessed({ cycle });
    const tuPhap = await province.person('appraiser', province.tuPhap);
    const { rows } = await test.app.get(ByCriterion).get(tuPhap, { cycleId: cycle.id, groupCode: 'so-ban-nganh', code: '1.3' });
    expect(rows.map(({ assessmentId, changes }) => [assessmentId === one.id, changes]).toSorted()).toEqual([[false, []], [true, ['answer']]]);
  });
});
