// How well decisions are read: node tools/run.mjs apps/api/src/cli/word-reading.ts SET.json …  Prints each set the usual ways, reads it back,
// and says on standard output how many lines came back right, marked, or wrong without a mark; ends with 1 where any of the last kind is.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Fields } from '../features/criteria/exchange/fields';
import { measureReading, READING_FORMS, type ReadingForm } from '../features/criteria/exchange/word-reading';

const USAGE = 'Cách dùng: npm run --silent word-reading -- BỘ_TIÊU_CHÍ.json …';
const HEAD = '| set | printed as | lines | right, unmarked | marked | of these right | wrong in silence |';

async function lineOf(file: string, form: ReadingForm): Promise<{ readonly words: string; readonly silentlyWrong: number }> {
  const set = JSON.parse(readFileSync(file, 'utf8')) as Fields;
  const { lines, right, marked, markedRight, silentlyWrong } = await measureReading(set, form);
  const share = `${Math.floor((right * 1000) / lines) / 10} %`;
  return { words: `| ${basename(file, '.json')} | ${form} | ${lines} | ${right} (${share}) | ${marked} | ${markedRight} | ${silentlyWrong} |`, silentlyWrong };
}

async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  process.stdout.write(`${HEAD}\n|---|---|---|---|---|---|---|\n`);
  let wrong = 0;
  for (const file of files) {
    for (const form of READING_FORMS) {
      const { words, silentlyWrong } = await lineOf(resolve(process.env['INIT_CWD'] ?? '', file), form);
      process.stdout.write(`${words}\n`);
      wrong += silentlyWrong;
    }
  }
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
