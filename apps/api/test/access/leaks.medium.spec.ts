import { type Browser, startTestApp, type TestApp } from '../app';
import { aLayer } from '../factories/layer.factory';
import { PEOPLE, type PersonName, signInAll } from './people';
import { aScene, type Names } from './scene';
import { tellingLines, toldBy } from './told';

/** Planted in the layers of an assessment whose appraisal is still open: a reason, a question, and points that nothing else has. */
const MARKS = ['DAU-LY-DO', 'DAU-CAU-HOI', '13.37', '13,37'] as const;

/** Every route that reads, asked by everybody, while an appraisal is not opened to its agency. */
describe('an appraisal before its phase closes', () => {
  let test: TestApp;
  let names: Names;
  let told: ReadonlyMap<PersonName, string>;

  beforeAll(async () => {
    test = await startTestApp();
    const scene = await aScene(test);
    names = scene.names;
    const { assessed } = scene;
    const layer = { kind: 'award' as const, answer: { awarded: 13.37, reason: 'DAU-LY-DO' }, points: '13.37', reason: 'DAU-LY-DO', explanationWanted: true, question: 'DAU-CAU-HOI' };
    await aLayer(test.db, assessed.id, { ...layer, code: '1.1' });
    await aLayer(test.db, assessed.id, { ...layer, code: '1.3' });
    const browsers = await signInAll(test, scene.province, assessed);
    const answers: [PersonName, string][] = [];
    for (const [person] of PEOPLE) {
      answers.push([person, await toldBy(browsers.get(person) as Browser, names)]);
    }
    told = new Map(answers);
  }, 120_000);
  afterAll(() => test.close());

  const OUTSIDE: readonly PersonName[] = PEOPLE.map(([name]) => name).filter((name) => name.endsWith('own') || ['nobody', 'officer, other', 'head, other', 'appraiser, other', 'admin'].includes(name));

  it.each(OUTSIDE.map((person) => [person]))('is told to no %s, by no route, export, or name of a file', (person) => {
    const text = told.get(person) ?? '';
    expect(text.length).toBeGreaterThan(2000);
    expect(tellingLines(text, MARKS)).toEqual(MARKS.map((mark) => [mark, null]));
  });

  it('is there to be told: who appraises and who oversees reads it', () => {
    for (const person of ['appraiser, assigned', 'home affairs', 'council member'] as const) {
      expect(told.get(person)).toContain('DAU-LY-DO');
      expect(told.get(person)).toContain('DAU-CAU-HOI');
    }
  });
});
