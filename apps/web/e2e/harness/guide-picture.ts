import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { viewports } from './journey';

/** With PAR_GUIDE=1 the pictures of the guide are made anew, otherwise they lie in reports. */
const FOLDER = resolve(__dirname, process.env['PAR_GUIDE'] === '1' ? '../../../../docs/guide/pictures' : '../../../../reports/guide');

/** A picture of what is on the screen, by daylight on a desk, for a page of the guide. */
export async function guidePicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.setViewportSize(viewports.desktop);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
}
