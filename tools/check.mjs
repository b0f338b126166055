// npm run check: the fast part of npm test, for daily work.
import { runSuites } from './suites/run-suites.mjs';
import { suites } from './suites/suites.mjs';

await runSuites(suites.filter(({ fast }) => fast));
