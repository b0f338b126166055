import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.mjs';
import { Complaints } from './complaints';

/** The two widths at which every page is looked at. */
export const viewports = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export type Viewport = keyof typeof viewports;
export type Theme = 'light' | 'dark';

export interface OpenOptions {
  readonly viewport?: Viewport;
  readonly theme?: Theme;
  /** User name of one of the demonstration's people; nobody is signed in without it. */
  readonly as?: string;
  /** Lets the page keep its files for opening without a network. Else nothing stands between a journey and the server. */
  readonly offline?: 'kept';
  /** Where to begin, default the first page. */
  readonly path?: string;
}

const screens = resolve(__dirname, '../../../../reports/screens');

function setUpValue(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: journeys run through apps/web/e2e/jest.config.cjs`);
  return value;
}

/** Where the application runs. */
export const origin = (): string => setUpValue('PAR_E2E_URL');

let browser: Browser | null = null;
const contexts: BrowserContext[] = [];
const complaints = new Map<Page, Complaints>();

async function launchedBrowser(): Promise<Browser> {
  browser ??= await chromium.launch(launchOptions(setUpValue('CHROMIUM_PATH')));
  return browser;
}

/** Asks for the session as a card of the sign-in page does. */
async function signIn(context: BrowserContext, userName: string): Promise<void> {
  const answer = await context.request.post(`${origin()}/api/v1/session/demo`, { data: { userName }, headers: { origin: origin() } });
  if (!answer.ok()) throw new Error(`${userName} can't sign in: ${answer.status()} ${await answer.text()}`);
}

/** A page in a browser window of its own, with Vietnamese settings; what it complains about fails the test at its end. */
export async function openPage({ viewport = 'desktop', theme = 'light', as, path = '/', offline }: OpenOptions = {}): Promise<Page> {
  const context = await (
    await launchedBrowser()
  ).newContext({
    viewport: viewports[viewport],
    colorScheme: theme,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    serviceWorkers: offline === 'kept' ? 'allow' : 'block',
  });
  contexts.push(context);
  if (as) await signIn(context, as);
  const page = await context.newPage();
  complaints.set(page, new Complaints(page));
  await page.goto(origin() + path, { waitUntil: 'networkidle' });
  return page;
}

/** The journey means this to go wrong in the page, e.g. `/answer 412/`. */
export function expectComplaint(page: Page, pattern: RegExp): void {
  complaints.get(page)?.expect(pattern);
}

/** What went wrong in the page so far that the journey did not mean to. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page)?.unexpected() ?? [];

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** One line for each violation: the rule, what it asks, and where it is broken. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('\n  ')}`,
  );
}

/** Colours that fade from one theme to the other are looked at when they have arrived. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.evaluate(() => Promise.race([
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    new Promise((enough) => setTimeout(enough, 1000)),
  ]));
}

/** No violation of WCAG 2.2 A and AA as the page stands, in the themes named. */
export async function expectAccessible(page: Page, themes: readonly Theme[] = ['light']): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await settled(page);
    expect({ theme, violations: await violationsOf(page) }).toEqual({ theme, violations: [] });
  }
}

/** A picture of the whole page in reports/screens. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(screens, { recursive: true });
  const path = resolve(screens, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** The page as it stands, on a desk and on a phone, in both themes: nothing inaccessible, nothing wider than the screen; a picture of each. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of ['phone', 'desktop'] as const) {
    await page.setViewportSize(viewports[width]);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, ['dark', 'light']);
    expect({ name, width, fits: await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth) }).toEqual({ name, width, fits: true });
    await screenshot(page, `${name}-${width}`);
  }
}

/** A picture of a failed page is worth a thousand lines of log. */
async function pictureOfFailure(page: Page): Promise<void> {
  const name = expect.getState().currentTestName?.replace(/[^\p{L}\p{N}]+/gu, '-') ?? 'unknown';
  if (!page.isClosed()) await screenshot(page, `failed-${name.slice(0, 100)}`).catch(() => undefined);
}

afterEach(async () => {
  const unexpected = [...complaints.values()].flatMap((complaint) => complaint.unexpected());
  const last = [...complaints.keys()].at(-1);
  if (unexpected.length > 0 && last) await pictureOfFailure(last);
  complaints.clear();
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  expect(unexpected).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  browser = null;
});
