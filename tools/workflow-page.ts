// npm run workflow-page: writes the tables of docs/workflow.md from those of libs/contract.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renewed } from './workflow-page/page';

const file = resolve('docs/workflow.md');
writeFileSync(file, renewed(readFileSync(file, 'utf8')));
process.stdout.write('docs/workflow.md is up to date.\n');
