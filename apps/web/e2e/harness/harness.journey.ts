import { openPage, screenshot, expectAccessible, expectComplaint } from './journey';

const page = (body: string, lang = 'vi') =>
  `<!doctype html><html lang="${lang}"><head><title>Thử</title></head><body><main><h1>Chỉ số cải cách hành chính</h1>${body}</main></body></html>`;

describe('The browser that journeys are made with', () => {
  it('speaks Vietnamese and lives in Việt Nam', async () => {
    const opened = await openPage({ path: '/health/live' });
    const seen = await opened.evaluate(() => [
      navigator.language,
      new Intl.NumberFormat().format(1234.5),
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ]);
    expect(seen).toEqual(['vi-VN', '1.234,5', expect.stringMatching(/Asia\/(Ho_Chi_Minh|Saigon)/)]);
  });

  it('sees what is not accessible', async () => {
    const opened = await openPage({ path: '/health/live' });
    await opened.setContent(page('<p>Đánh giá, xếp hạng Ở Ữ Ặ ễ</p>'));
    await screenshot(opened, 'harness');
    await expectAccessible(opened, ['light', 'dark']);
    await opened.setContent(page('<img src="data:,"><p style="color:#ccc">mờ</p>'));
    await expect(expectAccessible(opened)).rejects.toThrow(/image-alt[\s\S]*color-contrast|color-contrast[\s\S]*image-alt/);
  });

  it('hears what a page complains about, and lets pass what belongs to the journey', async () => {
    const opened = await openPage({ path: '/health/live' });
    expectComplaint(opened, /answer 404: GET .*\/api\/v1\/nothing|console: .*404/);
    expect(await opened.evaluate(() => fetch('/api/v1/nothing').then(({ status }) => status))).toBe(404);
  });
});
