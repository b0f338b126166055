import type { Actor } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Province } from '../../../test/factories/province.factory';
import { AppraisalService } from './appraisal.service';
import { AppraisalViews } from './appraisal-view.service';

describe('AppraisalViews', () => {
  let test: TestApp;
  let province: Province;
  let views: AppraisalViews;
  let noiVu: Actor;
  let tuPhap: Actor;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    views = test.app.get(AppraisalViews);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());

  it('shows an appraiser the assigned criteria alone, with what was declared and decided', async () => {
    const { id } = await province.assessed();
    const request = { kind: 'accept', reason: '', explanationWanted: false, question: '' } as const;
    await test.app.get(AppraisalService).decide(tuPhap, { assessmentId: id, code: '1.3', version: 0, request });
    const view = await views.get(tuPhap, id);
    expect(view.criteria.map(({ code }) => code)).toEqual(['1.3', '2.1']);
    expect(view.criteria[0]).toMatchObject({ decidable: true, lockedBecause: null, answer: { answer: { value: 4 } }, layers: [{ kind: 'accept', version: 1 }], appraiser: { name: 'Sở Tư pháp' } });
    expect(view).toMatchObject({ state: 'submitted', phase: 'appraisal', changedSinceSubmission: 0, criteriaSet: { code: 'thu-nghiem' } });
  });

  it('shows who oversees all criteria, decidable only where they are their own', async () => {
    const { id } = await province.assessed();
    const { criteria } = await views.get(noiVu, id);
    expect(criteria.map(({ code, decidable }) => [code, decidable])).toEqual([
      ['1.1', true], ['1.2', true], ['1.3', false], ['2.1', false], ['2.2', false], ['2.3', false], ['3.1', true], ['4.1', true],
    ]);
    const locked = Object.fromEntries(criteria.map(({ code, lockedBecause }) => [code, lockedBecause]));
    expect(locked).toMatchObject({ '1.1': null, '1.3': expect.stringContaining('Sở Tư pháp') as string, '2.2': expect.stringContaining('khảo sát') as string });
  });

  it('shows the council everything and lets it decide nothing', async () => {
    const { id } = await province.assessed();
    const { criteria } = await views.get(await province.person('council-member', await anAgency(test.db)), id);
    expect(criteria).toHaveLength(8);
    expect(criteria.every(({ decidable }) => !decidable)).toBe(true);
  });

  it('shows the substitute of the lead agency, at the lead agency alone, the figures that it enters there', async () => {
    const { id } = await province.assessed({ agency: province.noiVu });
    await aLayer(test.db, id, { code: '2.2', layer: 'base', answer: { percent: 80 }, points: '16' });
    const { criteria } = await views.get(tuPhap, id);
    expect(criteria.map(({ code }) => code)).toEqual(expect.arrayContaining(['1.1', '2.2', '2.3']) as string[]);
    expect(criteria.find(({ code }) => code === '2.2')).toMatchObject({ decidable: false, layers: [{ layer: 'base', points: 16, version: 1 }] });
    expect(criteria.find(({ code }) => code === '2.3')).toMatchObject({ layers: [] });
    const elsewhere = await views.get(tuPhap, (await province.assessed()).id);
    expect(elsewhere.criteria.map(({ code }) => code)).not.toContain('2.2');
  });

  it('says why an exempt criterion is locked', async () => {
    const { id } = await province.assessed({ exempt: ['1.1'] });
    const { criteria } = await views.get(noiVu, id);
    expect(criteria[0]).toMatchObject({ code: '1.1', decidable: false, lockedBecause: expect.stringContaining('được miễn') as string });
  });

  it('counts what was changed after the first submission', async () => {
    const { id, agency } = await province.assessed();
    const officer = await province.person('agency-officer', agency);
    await test.db.query(
      `insert into audit_event (event, subject_id, payload, at) values ('assessment.moved', $1, '{"action":"submit"}', now() - interval '1 hour')`,
      [id],
    );
    await test.db.query(
      `insert into answer_revision (answer_id, assessment_id, code, version, note, evidence_explanation, changed_by)
       select a.id, a.assessment_id, a.code, v, '', '', $2 from answer a, (values (2), (3)) x(v) where a.assessment_id = $1 and a.code in ('1.1', '1.3')`,
      [id, officer.id],
    );
    expect((await views.get(noiVu, id)).changedSinceSubmission).toBe(2);
    expect((await views.get(tuPhap, id)).changedSinceSubmission).toBe(1);
    expect((await views.get(tuPhap, id)).changes).toEqual([{ code: '1.3', kinds: ['answer'], at: expect.any(String) as string }]);
  });

  it('refuses the own agency, in whatever role', async () => {
    const { id, agency } = await province.assessed();
    const own = await aPerson(test.db, { role: 'home-affairs', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: agency.id });
    await expect(views.get(own, id)).rejects.toMatchObject({ code: 'access.own-agency' });
    await expect(views.get(await province.person('appraiser', agency), id)).rejects.toMatchObject({ code: 'access.own-agency' });
  });

  it('knows nothing for who has nothing assigned, nor for an appraiser before it is handed in', async () => {
    const { id } = await province.assessed();
    const stranger = await province.person('appraiser', await anAgency(test.db));
    await expect(views.get(stranger, id)).rejects.toMatchObject({ code: 'record.not-found' });
    const draft = await province.assessed({ state: 'drafting' });
    await expect(views.get(tuPhap, draft.id)).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it('shows a draft to who oversees without any answer', async () => {
    const { id } = await province.assessed({ state: 'drafting' });
    const { criteria } = await views.get(noiVu, id);
    expect(criteria).toHaveLength(8);
    expect(criteria.every(({ answer, evidence, decidable }) => answer === null && evidence.length === 0 && !decidable)).toBe(true);
  });

  it('asks as often for an empty appraisal as for a full one', async () => {
    const { id } = await province.assessed();
    await views.get(noiVu, id);
    const empty = await countQueries(test.db, () => views.get(noiVu, id));
    await test.app.get(AppraisalService).accept(noiVu, id, {});
    expect(await countQueries(test.db, () => views.get(noiVu, id))).toBe(empty);
    expect(empty).toBeLessThanOrEqual(14);
  });
});
