import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../../../test/app';
import { Shutdown } from '../http/shutdown';

describe('the health of the server', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp();
  });
  afterEach(() => test.close());

  it('is live and ready', async () => {
    await test.anonymous.get('/health/live').expect(200, { status: 'live' });
    const { headers } = await test.anonymous.get('/health/ready').expect(200, { status: 'ready', missing: [] });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is live but not ready when the schema is behind', async () => {
    await test.app.get(DataSource).undoLastMigration();
    await test.anonymous.get('/health/ready').expect(503, { status: 'not-ready', missing: ['migrations'] });
    await test.anonymous.get('/health/live').expect(200);
  });

  it('is live but not ready when the database is gone', async () => {
    const query = jest.spyOn(test.app.get(DataSource), 'showMigrations').mockRejectedValue(new Error('no connection'));
    await test.anonymous.get('/health/ready').expect(503, { status: 'not-ready', missing: ['database'] });
    await test.anonymous.get('/health/live').expect(200);
    query.mockRestore();
  });

  it('refuses all when it is stopping', async () => {
    Object.assign(test.app.get(Shutdown), { asked: true });
    const { body, headers } = await test.anonymous.get('/api/v1/site').expect(503);
    expect(body).toMatchObject({ code: 'server.stopping', detail: expect.stringContaining('khởi động lại') });
    expect(headers).toMatchObject({ connection: 'close', 'retry-after': '5' });
  });
});
