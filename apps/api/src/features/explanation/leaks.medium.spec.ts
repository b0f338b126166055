import { hasReached, type Phase, PHASES, type Role, type ThreadView } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aDocument, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { inItsTime } from '../../../test/factories/in-its-time';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aPerson } from '../../../test/factories/actor.factory';

/** Planted where only some may read them. */
const MARKS = {
  first: 'DAU-THAM-DINH-1',
  question: 'DAU-CAU-HOI',
  second: 'DAU-THAM-DINH-2',
  council: 'DAU-HOI-DONG',
  explanation: 'DAU-GIAI-TRINH',
  evidence: 'DAU-TAI-LIEU-GIAI-TRINH',
  agencyInternal: 'DAU-NOI-BO-CO-QUAN',
  appraisalInternal: 'DAU-NOI-BO-THAM-DINH',
  shared: 'DAU-TRAO-DOI',
} as const;
type Mark = keyof typeof MARKS;

const OWN = ['agency-officer own', 'agency-head own', 'council-chair and officer own'] as const;
const ELSEWHERE = ['appraiser assigned', 'home-affairs elsewhere', 'council-member elsewhere', 'council-chair elsewhere'] as const;
const NOBODY = ['appraiser own', 'home-affairs own', 'council-member own', 'agency-officer other', 'agency-head other', 'appraiser other', 'leader', 'admin'] as const;

/** What the round itself writes: in no result, whoever reads it. */
const THREAD: readonly Mark[] = ['explanation', 'evidence', 'agencyInternal', 'appraisalInternal', 'shared'];

/** Leaders read provisional results, everybody of an agency its own from `preliminary` on, and everybody what is published; all with the reasons of the layers. */
const readsNoResults = (person: string, phase: Phase): boolean => phase !== 'published' && person !== 'leader' && !(hasReached(phase, 'preliminary') && person.endsWith(' own'));

describe('what is told of an explanation', () => {
  let test: TestApp;
  let province: Province;
  let one: Assessed;
  let browsers: ReadonlyMap<string, Browser>;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    one = await plant();
    browsers = await everybody();
  });
  afterAll(() => test.close());

  async function plant(): Promise<Assessed> {
    const losses = [{ code: '2.1', answer: { points: 7.5 }, points: '7.5', reason: MARKS.first, explanationWanted: true, question: MARKS.question }];
    const planted = await anExplaining(province, { losses });
    await aLayer(test.db, planted.id, { code: '2.1', layer: 'appraisal-2', answer: { points: 8 }, points: '8', reason: MARKS.second });
    await aLayer(test.db, planted.id, { code: '2.1', layer: 'council', answer: { points: 9 }, points: '9', reason: MARKS.council });
    await anExplanation(province, planted.id, { code: '2.1', text: MARKS.explanation });
    const document = await aDocument(test.db, planted.agency.id, { title: MARKS.evidence });
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: planted.id, code: '2.1', round: 'explanation' });
    const by = (await aPerson(test.db)).id;
    for (const [side, visibility, text] of [['agency', 'internal', MARKS.agencyInternal], ['appraisal', 'internal', MARKS.appraisalInternal], ['appraisal', 'shared', MARKS.shared]]) {
      await test.db.query(`insert into remark (assessment_id, code, side, visibility, text, agency_id, written_by) values ($1, '2.1', $2, $3, $4, $5, $6)`, [planted.id, side, visibility, text, province.tuPhap.id, by]);
    }
    return planted;
  }

  async function everybody(): Promise<ReadonlyMap<string, Browser>> {
    const other = (await anAgency(test.db)).id;
    const agencies: Readonly<Record<string, string>> = { own: one.agency.id, assigned: province.tuPhap.id, elsewhere: province.noiVu.id, other };
    const named = [...OWN, ...ELSEWHERE, ...NOBODY].filter((name) => !name.includes(' and '));
    const signedIn = named.map(async (name) => {
      const [role, of = 'other'] = name.split(' ');
      return [name, await test.signedInAs([{ role: role as Role, agencyId: agencies[of] ?? other }])] as const;
    });
    const both = test.signedInAs([{ role: 'council-chair', agencyId: other }, { role: 'agency-officer', agencyId: one.agency.id }]);
    return new Map<string, Browser>([...(await Promise.all(signedIn)), ['council-chair and officer own', await both]]);
  }

  /** Everything that the routes about this assessment answer to a person, in one text. */
  async function toldTo(person: string): Promise<string> {
    const browser = browsers.get(person) as Browser;
    const routes = [
      ...['', '/history', '/explanation', '/explanations/2.1/history', '/criteria/2.1/remarks', '/answers/2.1/history'].map((rest) => `/assessments/${one.id}${rest}`),
      ...[`/appraisals/${one.id}`, `/appraisals?cycleId=${one.assessment.cycleId}`, '/assessments', '/work', `/cycles/${one.assessment.cycleId}/results/agencies/${one.agency.id}`],
      ...[`/cycles/${one.assessment.cycleId}/results?groupCode=so-ban-nganh`, '/audit-events', '/evidence-documents'],
    ];
    const answers = await Promise.all(routes.map((route) => browser.get(`/api/v1${route}`)));
    return answers.map(({ text }) => text).join('\n');
  }

  const stand = async (phase: Phase, state: string): Promise<void> => {
    await test.db.query('update cycle set phase = $2 where id = $1', [one.assessment.cycleId, phase]);
    await test.db.query('update assessment set state = $2 where id = $1', [one.id, state]);
  };
  const marksIn = (text: string): readonly Mark[] => (Object.keys(MARKS) as Mark[]).filter((mark) => text.includes(MARKS[mark]));

  const STATE: Readonly<Record<Phase, string>> = {
    ...{ 'preparing': 'drafting', 'self-assessment': 'submitted', 'appraisal': 'appraised', 'explanation': 'explaining' },
    ...{ reappraisal: 'explained', council: 'reappraised', preliminary: 'decided', published: 'final' },
  };

  /** Not yet signed: the agency's own alone. */
  describe('before the head has signed', () => {
    /** The agency's documents are in its own library. */
    const AGENCY: Readonly<Record<Phase, readonly Mark[]>> = {
      'preparing': ['evidence', 'agencyInternal', 'shared'],
      'self-assessment': ['evidence', 'agencyInternal', 'shared'],
      'appraisal': ['evidence', 'agencyInternal', 'shared'],
      'explanation': ['first', 'question', 'explanation', 'evidence', 'agencyInternal', 'shared'],
      'reappraisal': ['first', 'question', 'explanation', 'evidence', 'agencyInternal', 'shared'],
      'council': ['first', 'question', 'explanation', 'evidence', 'agencyInternal', 'shared'],
      'preliminary': ['first', 'question', 'second', 'council', 'explanation', 'evidence', 'agencyInternal', 'shared'],
      'published': ['first', 'question', 'second', 'council', 'explanation', 'evidence', 'agencyInternal', 'shared'],
    };

    it.each(PHASES)('the agency reads in phase %s what has been opened, and no internal remark of the others', async (phase) => {
      await stand(phase, STATE[phase]);
      for (const person of OWN) {
        const own = AGENCY[phase];
        const read = marksIn(await toldTo(person));
        // The history of an explanation is the agency's own whatever the phase.
        expect([person, read.filter((mark) => mark !== 'explanation' || own.includes('explanation'))]).toEqual([person, own]);
      }
    });

    it.each(PHASES.filter((phase) => phase !== 'preparing'))('the others read in phase %s nothing that the agency has not submitted, and none of its internal remarks', async (phase) => {
      await stand(phase, STATE[phase]);
      for (const person of ELSEWHERE) {
        expect([person, marksIn(await toldTo(person))]).toEqual([person, ['first', 'question', 'second', 'council', 'appraisalInternal', 'shared']]);
      }
    });

    it.each(PHASES)('nobody else reads anything in phase %s', async (phase) => {
      await stand(phase, STATE[phase]);
      for (const person of NOBODY) {
        const told = marksIn(await toldTo(person));
        expect([person, told.filter((mark) => THREAD.includes(mark))]).toEqual([person, []]);
        expect([person, told.filter(() => readsNoResults(person, phase))]).toEqual([person, []]);
      }
    });
  });

  it('says before the explanation not even how many differences there are', async () => {
    await stand('appraisal', 'appraised');
    for (const person of [...OWN, ...ELSEWHERE]) {
      const { body } = await (browsers.get(person) as Browser).get(`/api/v1/assessments/${one.id}/explanation`).expect(200);
      expect(body).toMatchObject({ differences: [], round: { state: 'none', openedAt: null } });
    }
    const { body } = await (browsers.get('agency-officer own') as Browser).get(`/api/v1/assessments/${one.id}/criteria/2.1/remarks`).expect(200);
    expect((body as ThreadView).question).toBeNull();
  });

  it('tells the others what the head has submitted, and then only that', async () => {
    await stand('explanation', 'explaining');
    const head = browsers.get('agency-head own') as Browser;
    const { headers } = await head.get(`/api/v1/assessments/${one.id}/explanation`).expect(200);
    await head.post(`/api/v1/assessments/${one.id}/transitions`).set('if-match', headers['etag'] ?? '').send({ action: 'submit-explanation' }).expect(200);
    for (const person of ELSEWHERE) {
      expect([person, marksIn(await toldTo(person))]).toEqual([person, ['first', 'question', 'second', 'council', 'explanation', 'evidence', 'appraisalInternal', 'shared']]);
    }
    for (const person of NOBODY) {
      expect([person, marksIn(await toldTo(person)).filter((mark) => THREAD.includes(mark))]).toEqual([person, []]);
    }
  });

  it('never tells what was drafted and left unsigned', async () => {
    const silent = await anExplaining(province, { losses: [{ code: '2.1', answer: { points: 1 }, points: '1' }] });
    await anExplanation(province, silent.id, { code: '2.1', text: MARKS.explanation });
    await inItsTime(test.db, silent.id, { phase: 'reappraisal' }, async (em) => em.query('update explanation_round set silent_at = now() where assessment_id = $1', [silent.id]));
    await test.db.query(`update assessment set state = 'reappraised' where id = $1`, [silent.id]);
    const { text, body } = await (browsers.get('home-affairs elsewhere') as Browser).get(`/api/v1/assessments/${silent.id}/explanation`).expect(200);
    expect(text).not.toContain(MARKS.explanation);
    expect(body).toMatchObject({ differences: [{ outcome: 'silent', explanation: null }] });
  });
});
