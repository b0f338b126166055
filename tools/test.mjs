// npm test: everything. The last line is "N passed, N failed".
import { runSuites } from './suites/run-suites.mjs';
import { suites } from './suites/suites.mjs';

await runSuites(suites);
