import { startApplication } from './application.mjs';
import { chromiumPath } from './chromium.mjs';

/** The browser and the built application, once for all journeys; PAR_E2E_URL names an application that runs already. */
export default async function setUp() {
  process.env['CHROMIUM_PATH'] = await chromiumPath();
  if (process.env['PAR_E2E_URL']) return;
  const application = await startApplication();
  process.env['PAR_E2E_URL'] = application.url;
  globalThis.parApplication = application;
}
