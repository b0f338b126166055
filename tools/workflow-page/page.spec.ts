import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ASSESSMENT_ACTIONS, PERMISSIONS, PHASES } from '@par-index/contract';
import { renewed } from './page';
import { SECTIONS } from './sections';

const page = readFileSync(resolve(__dirname, '../../docs/workflow.md'), 'utf8');
const empty = Object.keys(SECTIONS)
  .map((name) => `<!-- table: ${name} -->\n<!-- end -->`)
  .join('\n\n');

describe('docs/workflow.md', () => {
  it('says what the tables of the contract say (npm run workflow-page writes them)', () => {
    expect(renewed(page)).toBe(page);
  });

  it('names every move, phase and permission', () => {
    const text = renewed(empty);
    for (const name of [...ASSESSMENT_ACTIONS, ...PHASES, ...PERMISSIONS]) {
      expect(text).toContain(`| \`${name}\` |`);
    }
  });

  it('lists who may move, and leaves out who may not', () => {
    const lines = renewed(empty).split('\n');
    expect(lines).toContain('| `agency-head` | own | `awaiting-head` | `submit` in `self-assessment`; `return` in `self-assessment` |');
    expect(lines.filter((line) => line.startsWith('| `leader` | o'))).toEqual([]);
  });

  it('refuses a place without a table, and a table without a place', () => {
    expect(() => renewed(`${empty}\n<!-- table: nothing -->\n<!-- end -->`)).toThrow('which there is not');
    expect(() => renewed('# Workflow\n')).toThrow('has no place for: phases');
  });
});
