import { complaintsOf, expectAccessible, expectComplaint, openPage, screenshot } from './journey';

const document = (body: string) =>
  `<!doctype html><html lang="vi"><head><title>Thử</title></head><body><main><h1>Chỉ số cải cách hành chính</h1>${body}</main></body></html>`;

describe('The browser that journeys are made with', () => {
  it('speaks Vietnamese and lives in Việt Nam', async () => {
    const page = await openPage({ path: '/health/live' });
    const seen = await page.evaluate(() => [
      navigator.language,
      new Intl.NumberFormat().format(1234.5),
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ]);
    expect(seen).toEqual(['vi-VN', '1.234,5', expect.stringMatching(/Asia\/(Ho_Chi_Minh|Saigon)/)]);
  });

  it('sees what is not accessible', async () => {
    const page = await openPage({ path: '/health/live' });
    await page.goto('about:blank');
    await page.setContent(document('<p>Đánh giá, xếp hạng Ở Ữ Ặ ễ</p>'));
    await screenshot(page, 'harness');
    await expectAccessible(page, ['light', 'dark']);
    await page.setContent(document('<img src="data:,"><p style="color:#ccc">mờ</p>'));
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt[\s\S]*color-contrast|color-contrast[\s\S]*image-alt/);
  });

  it('hears a failed request, and lets it pass where it belongs to the journey', async () => {
    const page = await openPage({ path: '/health/live' });
    expect(await page.evaluate(() => fetch('/api/v1/nothing').then(({ status }) => status))).toBe(404);
    expect(complaintsOf(page)).toContainEqual(expect.stringMatching(/^answer 404: GET .*\/api\/v1\/nothing$/));
    expectComplaint(page, /404/);
  });

  it('hears a breach of the security policy', async () => {
    const page = await openPage({ path: '/health/live' });
    await page.setContent(document('<p style="color:red">đỏ</p>'));
    expect(complaintsOf(page)).toContainEqual(expect.stringContaining('Content Security Policy'));
    expectComplaint(page, /Content Security Policy/);
  });

  it('signs in as one of the people of the demonstration', async () => {
    const page = await openPage({ as: 'noivu' });
    const session = await page.evaluate(() => fetch('/api/v1/session').then((answer) => answer.json() as Promise<{ userName: string }>));
    expect(session.userName).toBe('noivu');
    await screenshot(page, 'signed-in');
  });
});
