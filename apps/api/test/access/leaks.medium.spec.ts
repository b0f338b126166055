import exceljs from 'exceljs';
import { type Browser, startTestApp, type TestApp } from '../app';
import { aLayer } from '../factories/layer.factory';
import { PEOPLE, type PersonName, signInAll } from './people';
import { REQUESTS } from './requests';
import { aScene, type Names } from './scene';

/** Planted in the layers of an assessment whose appraisal is still open: a reason, a question, and points that nothing else has. */
const MARKS = ['DAU-LY-DO', 'DAU-CAU-HOI', '13.37', '13,37'] as const;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The bytes as they come, whatever they are. */
function bytesOf(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

/** The words of an answer: its head with the names of files, and its text or the cells of its workbook. */
async function wordsOf({ headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }): Promise<string> {
  const named = JSON.stringify(headers);
  if (!String(headers['content-type']).startsWith(XLSX)) {
    return `${named}\n${body.toString('utf8')}`;
  }
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(body as unknown as exceljs.Buffer);
  const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().map((row) => JSON.stringify(row)));
  return [named, ...workbook.worksheets.map(({ name }) => name), ...cells].join('\n');
}

/** Every route that reads, asked by everybody, while an appraisal is not opened to its agency. */
describe('an appraisal before its phase closes', () => {
  let test: TestApp;
  let names: Names;
  let told: ReadonlyMap<PersonName, string>;

  async function ask(browser: Browser): Promise<string> {
    const texts: string[] = [];
    for (const { route, address } of REQUESTS.filter((request) => request.route.startsWith('GET ') && !request.route.includes('/health/'))) {
      const path = (address ?? route.slice('GET '.length)).replace(/:([A-Za-z]+)/g, (whole, key: string) => names[key] ?? whole);
      const { headers, body } = await browser.get(`/api/v1${path}`).buffer(true).parse(bytesOf as never);
      texts.push(`${route} ${await wordsOf({ headers, body: body as Buffer })}`);
    }
    return texts.join('\n');
  }

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
      answers.push([person, await ask(browsers.get(person) as Browser)]);
    }
    told = new Map(answers);
  }, 120_000);
  afterAll(() => test.close());

  const OUTSIDE: readonly PersonName[] = PEOPLE.map(([name]) => name).filter((name) => name.endsWith('own') || ['nobody', 'officer, other', 'head, other', 'appraiser, other', 'admin'].includes(name));

  it.each(OUTSIDE.map((person) => [person]))('is told to no %s, by no route, export, or name of a file', (person) => {
    const text = told.get(person) ?? '';
    expect(text.length).toBeGreaterThan(2000);
    for (const mark of MARKS) {
      const line = text.split('\n').find((one) => one.includes(mark)) ?? null;
      expect([mark, line?.slice(0, 200) ?? null]).toEqual([mark, null]);
    }
  });

  it('is there to be told: who appraises and who oversees reads it', () => {
    for (const person of ['appraiser, assigned', 'home affairs', 'council member'] as const) {
      expect(told.get(person)).toContain('DAU-LY-DO');
      expect(told.get(person)).toContain('DAU-CAU-HOI');
    }
  });
});
