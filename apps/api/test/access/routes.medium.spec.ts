import { RouteSweep } from '../../src/platform/access/route-sweep';
import { type Browser, startTestApp, type TestApp } from '../app';
import { PEOPLE, type PersonName, signInAll } from './people';
import { ACCESS } from './access-table';
import { REQUESTS, type RouteRequest } from './requests';
import { aScene, type Names } from './scene';

const WITHOUT_PREFIX = /^\/(health\/|metrics$)/;

/** Who gets what answer from every route there is, from one table. A route that is missing from it fails. */
describe('the table of routes', () => {
  let test: TestApp;
  let names: Names;
  let browsers: ReadonlyMap<PersonName, Browser>;

  beforeAll(async () => {
    test = await startTestApp();
    const scene = await aScene(test);
    names = scene.names;
    browsers = await signInAll(test, scene.province, scene.assessed);
  });
  afterAll(() => test.close());

  const statusOf = async ({ route, address, body, upload, headers = {} }: RouteRequest, person: PersonName): Promise<number> => {
    const [method = '', path = ''] = route.split(' ');
    const fill = (text: string): string => text.replace(/:([A-Za-z]+)/g, (whole, name: string) => names[name] ?? whole);
    const filled = fill(address ?? path);
    const url = WITHOUT_PREFIX.test(filled) ? filled : `/api/v1${filled}`;
    const browser = browsers.get(person) as Browser;
    const request = browser[method.toLowerCase() as 'get'](url);
    if (method === 'GET') {
      return (await request).status;
    }
    const versioned = request.set('if-match', '"999"').set(headers);
    if ('content-type' in headers) {
      return (await (method === 'HEAD' ? versioned : versioned.send('x'))).status;
    }
    return (await (upload ? versioned.attach('file', Buffer.from('không phải tài liệu'), 'a.txt') : versioned.send(JSON.parse(fill(JSON.stringify(body ?? {}))) as object))).status;
  };

  it('has a line for every route of the application', () => {
    const declared = test.app.get(RouteSweep).routes().map(({ method, path }) => `${method} ${path}`);
    expect(REQUESTS.map(({ route }) => route).sort()).toEqual([...new Set(declared)].sort());
    expect(Object.keys(ACCESS).sort()).toEqual([...new Set(declared)].sort());
  });

  it.each(REQUESTS.map((request) => [request.route, request] as const))('%s', async (route, request) => {
    const answers: string[] = [];
    for (const [person] of PEOPLE) {
      answers.push(String(await statusOf(request, person)));
    }
    expect(answers.join(' ')).toBe(ACCESS[route]);
  });
});
