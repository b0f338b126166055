// Scores a case: npm run --silent score -- FILE. The result goes to standard output; whatever is wrong goes to standard error.
import { scoreCase } from '@par-index/scoring';
import { resolve } from 'node:path';
import { readCase, UnreadableFileError } from './score/read-case';
import { lineOf } from './score/finding-line';

const REFUSED = 2;

function score(file: string): void {
  const { document, findings } = readCase(file);
  const outcome = scoreCase(document);
  const wrong = [...findings, ...(outcome.ok ? [] : outcome.findings)];
  if (outcome.ok && wrong.length === 0) process.stdout.write(`${JSON.stringify(outcome.result, null, 2)}\n`);
  else refuse(wrong.map(lineOf));
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = REFUSED;
}

const [file] = process.argv.slice(2);
try {
  // npm changes to the workspace; the path is meant from where the command was given.
  if (file === undefined) refuse(['Thiếu tệp: npm run --silent score -- TỆP']);
  else score(resolve(process.env['INIT_CWD'] ?? '', file));
} catch (error) {
  if (!(error instanceof UnreadableFileError)) throw error;
  refuse([error.message]);
}
