import { anAssessment } from '../../../test/factories/assessment.factory';
import { startTestApp, type TestApp } from '../../../test/app';
import { JobQueue } from '../jobs/job-queue';
import { Metrics } from './metrics';

const TOKEN = 'a token that only Prometheus knows';

describe('the figures of the server', () => {
  let test: TestApp;
  afterEach(() => test.close());

  const read = () => test.anonymous.get('/metrics').set('authorization', `Bearer ${TOKEN}`).expect(200);

  it('are not there without the setting, nor without the token', async () => {
    test = await startTestApp();
    await test.anonymous.get('/metrics').set('authorization', 'Bearer undefined').expect(404);
    await test.close();
    test = await startTestApp({ METRICS_TOKEN: TOKEN });
    await test.anonymous.get('/metrics').expect(404);
    await test.anonymous.get('/metrics').set('authorization', `Bearer ${TOKEN}x`).expect(404);
  });

  it('tell of routes, as they are declared and never with an id', async () => {
    test = await startTestApp({ METRICS_TOKEN: TOKEN });
    await test.anonymous.get('/health/live').expect(200);
    await test.anonymous.get('/api/v1/assessments/5f4dcc3b-5aa7-4e3f-9d2b-0a1b2c3d4e5f').expect(401);
    const { text, headers } = await read();
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('par_http_request_duration_seconds_count{method="GET",route="/health/live",status="200"} 1');
    expect(text).toContain('route="/api/v1/assessments/:id",status="401"');
    expect(text).not.toContain('5f4dcc3b');
  });

  it('tell of the database, the process, the jobs and the work', async () => {
    test = await startTestApp({ METRICS_TOKEN: TOKEN });
    await anAssessment(test.db);
    await test.app.get(JobQueue).start();
    const { text } = await read();
    expect(text).toMatch(/par_database_connections\{state="idle"\} \d+/);
    expect(text).toMatch(/process_cpu_seconds_total [\d.]+/);
    expect(text).toMatch(/par_jobs\{queue="[\w.-]+",state="[a-z]+"\} \d+/);
    expect(text).toMatch(/par_assessments\{year="\d{4}",state="drafting",punctuality="on-time"\} 1/);
    expect(text).toMatch(/par_audited_writes_last_minute \d+/);
  });

  it('a figure that can not be read spoils no other', async () => {
    test = await startTestApp({ METRICS_TOKEN: TOKEN });
    test.app.get(Metrics).add({ name: 'par_broken', help: 'Broken', labelNames: [], read: () => Promise.reject(new Error('no table')) });
    const { text } = await read();
    expect(text).toContain('par_database_connections{');
    expect(text).not.toMatch(/^par_broken [\d]/m);
  });
});
