/** One offending file for each fence: where it stands, what it says, and the name (or words) by which it must be refused. */
export interface Plant {
  readonly file: string;
  readonly text: string;
  readonly refusedBy: string;
  /** Another file that it takes to offend. */
  readonly beside?: Readonly<Record<string, string>>;
}

const feature = (name: string) => `apps/api/src/features/${name}`;
const webFeature = (name: string) => `apps/web/src/app/features/${name}`;

/** What the plants import; none of these may be refused. */
export const ground: Readonly<Record<string, string>> = {
  'libs/scoring/src/index.ts': `export interface Rule { readonly max: number }\nexport const points = (rule: Rule) => rule.max;\n`,
  'libs/contract/src/index.ts': `import type { Rule } from '@par-index/scoring';\nexport interface View { readonly rule: Rule }\nexport const roles = ['admin'] as const;\n`,
  'libs/planted/src/index.ts': `export const planted = 1;\n`,
  'apps/api/src/main.ts': `import { points } from '@par-index/scoring';\nexport const start = () => points({ max: 1 });\n`,
  'apps/api/src/platform/database/unit-of-work.ts': `export const unitOfWork = 1;\n`,
  [`${feature('cycle')}/cycle.module.ts`]: `export const cycleModule = 1;\n`,
  [`${feature('cycle')}/cycle.service.ts`]: `export const cycleService = 1;\n`,
  [`${feature('cycle')}/cycle.entity.ts`]: `import { Entity } from 'typeorm';\nimport type { View } from '@par-index/contract';\nexport const cycle: readonly [unknown, View | null] = [Entity, null];\n`,
  [`${feature('cycle')}/cycle.repository.ts`]: `import { cycle } from './cycle.entity';\nexport const cycleRepository = cycle;\n`,
  [`${feature('result')}/result.service.ts`]: `import { cycle } from '../cycle/cycle.entity';\nimport { cycleModule } from '../cycle/cycle.module';\nimport { cycleService } from '../cycle/cycle.service';\nexport const resultService = [cycle, cycleModule, cycleService];\n`,
  [`${feature('result')}/result.service.spec.ts`]: `import { cycleRepository } from '../cycle/cycle.repository';\nexport const seen = cycleRepository;\n`,
  [`${feature('cycle')}/cycle.controller.ts`]: `import { cycleService } from './cycle.service';\nexport const cycleController = cycleService;\n`,
  'apps/web/src/app/ui/state-chip.ts': `import type { View } from '@par-index/contract';\nexport const chip: View | null = null;\n`,
  'apps/web/src/app/platform/session.ts': `export const session = 1;\n`,
  [`${webFeature('cycle')}/cycle-page.ts`]: `import { session } from '../../platform/session';\nimport { chip } from '../../ui/state-chip';\nexport const cyclePage = [session, chip];\n`,
  'tools/start.mjs': `export const start = 1;\n`,
};

/** Fences inside a project, by the name of their rule in .dependency-cruiser.cjs. */
export const insideProjects: readonly Plant[] = [
  {
    file: 'libs/scoring/src/a-package.ts',
    text: `import { of } from 'rxjs';\nexport const x = of;\n`,
    refusedBy: 'scoring-imports-nothing',
  },
  {
    file: 'libs/scoring/src/a-builtin.ts',
    text: `import { join } from 'node:path';\nexport const x = join;\n`,
    refusedBy: 'scoring-imports-nothing',
  },
  {
    file: 'libs/contract/src/takes-a-value.ts',
    text: `import { points } from '@par-index/scoring';\nexport const x = points;\n`,
    refusedBy: 'contract-imports-types-of-scoring',
  },
  {
    file: 'libs/contract/src/a-package.ts',
    text: `import { of } from 'rxjs';\nexport const x = of;\n`,
    refusedBy: 'contract-imports-nothing-else',
  },
  {
    file: 'apps/api/src/platform/knows-a-feature.ts',
    text: `import { cycleService } from '../features/cycle/cycle.service';\nexport const x = cycleService;\n`,
    refusedBy: 'api-platform-knows-no-feature',
  },
  {
    file: `${feature('result')}/result.mapper.ts`,
    text: `import { cycleRepository } from '../cycle/cycle.repository';\nexport const x = cycleRepository;\n`,
    refusedBy: 'api-feature-front-door',
  },
  {
    file: `${feature('criteria')}/criteria.service.ts`,
    text: `import { cycleService } from '../cycle/cycle.service';\nexport const x = cycleService;\n`,
    refusedBy: 'api-feature-order',
  },
  {
    file: `${feature('result')}/result.controller.ts`,
    text: `import { cycle } from '../cycle/cycle.entity';\nexport const x = cycle;\n`,
    refusedBy: 'api-controller-stays-in-front',
  },
  {
    file: `${feature('survey')}/survey.controller.ts`,
    text: `import { DataSource } from 'typeorm';\nexport const x = DataSource;\n`,
    refusedBy: 'api-controller-stays-in-front',
  },
  {
    file: `${feature('cycle')}/phase.entity.ts`,
    text: `import { unitOfWork } from '../../platform/database/unit-of-work';\nexport const x = unitOfWork;\n`,
    refusedBy: 'api-entity-is-plain',
  },
  {
    file: `${feature('cycle')}/deadline.entity.ts`,
    text: `import { roles } from '@par-index/contract';\nexport const x = roles;\n`,
    refusedBy: 'api-entity-takes-types-of-libraries',
  },
  {
    file: 'apps/web/src/app/ui/knows-a-feature.ts',
    text: `import { cyclePage } from '../features/cycle/cycle-page';\nexport const x = cyclePage;\n`,
    refusedBy: 'web-ui-knows-no-feature',
  },
  {
    file: 'apps/web/src/app/ui/loads.ts',
    text: `import { HttpClient } from '@angular/common/http';\nexport const x = HttpClient;\n`,
    refusedBy: 'web-ui-loads-nothing',
  },
  {
    file: 'apps/web/src/app/platform/knows-a-feature.ts',
    text: `import { cyclePage } from '../features/cycle/cycle-page';\nexport const x = cyclePage;\n`,
    refusedBy: 'web-platform-knows-no-feature',
  },
  {
    file: `${webFeature('result')}/result-page.ts`,
    text: `import { cyclePage } from '../cycle/cycle-page';\nexport const x = cyclePage;\n`,
    refusedBy: 'web-features-stand-alone',
  },
  {
    file: `${feature('council')}/count.ts`,
    text: `import { vote } from './vote';\nexport const count = () => vote;\n`,
    beside: { [`${feature('council')}/vote.ts`]: `import { count } from './count';\nexport const vote = () => count;\n` },
    refusedBy: 'no-cycles',
  },
  {
    file: `${feature('result')}/imports-a-spec.ts`,
    text: `import { seen } from './result.service.spec';\nexport const x = seen;\n`,
    refusedBy: 'no-tests-in-production',
  },
  {
    file: 'apps/api/src/needs-tools.ts',
    text: `import { start } from '../../../tools/start.mjs';\nexport const x = start;\n`,
    refusedBy: 'no-tools-in-production',
  },
  { file: 'apps/api/src/leads-nowhere.ts', text: `import { gone } from './gone';\nexport const x = gone;\n`, refusedBy: 'no-unresolvable' },
  {
    file: 'apps/web/src/app/ui/helpers.ts',
    text: `import { chip } from './state-chip';\nexport const x = chip;\n`,
    refusedBy: 'no-vague-file-names',
  },
];

const planted = `import { planted } from '@par-index/planted';\nexport const x = planted;\n`;
const onlyTags = (tag: string) => `A project tagged with "${tag}" can only depend on libs tagged with "type:scoring"`;

/** Fences between projects, by the words of @nx/enforce-module-boundaries. `libs/planted` is a library with a tag of its own. */
export const betweenProjects: readonly Plant[] = [
  {
    file: 'libs/scoring/src/needs-planted.ts',
    text: planted,
    refusedBy: 'A project tagged with "type:scoring" cannot depend on any libs with tags',
  },
  {
    file: 'libs/scoring/src/needs-npm.ts',
    text: `import { of } from 'rxjs';\nexport const x = of;\n`,
    refusedBy: 'A project tagged with "type:scoring" is not allowed to import "rxjs"',
  },
  { file: 'libs/contract/src/needs-planted.ts', text: planted, refusedBy: onlyTags('type:contract') },
  {
    file: 'libs/contract/src/needs-npm.ts',
    text: `import { of } from 'rxjs';\nexport const x = of;\n`,
    refusedBy: 'A project tagged with "type:contract" is not allowed to import "rxjs"',
  },
  { file: 'apps/api/src/needs-planted.ts', text: planted, refusedBy: onlyTags('scope:api') },
  { file: 'apps/web/src/app/needs-planted.ts', text: planted, refusedBy: onlyTags('scope:web') },
  { file: 'tools/needs-planted.ts', text: planted, refusedBy: onlyTags('scope:tools') },
  {
    file: 'apps/web/src/app/needs-the-server.ts',
    text: `import { start } from '../../../api/src/main';\nexport const x = start;\n`,
    refusedBy: 'Projects cannot be imported by a relative or absolute path',
  },
];

/** Rules of writing, by the name of the lint rule. */
export const writing: readonly Plant[] = [
  { file: 'libs/scoring/src/reads-the-clock.ts', text: `export const now = () => new Date();\n`, refusedBy: 'no-restricted-globals' },
  { file: 'libs/scoring/src/throws-dice.ts', text: `export const chance = () => Math.random();\n`, refusedBy: 'no-restricted-properties' },
  { file: 'apps/api/src/says-any.ts', text: `export const x = (value: any) => value;\n`, refusedBy: '@typescript-eslint/no-explicit-any' },
  {
    file: 'apps/api/src/forgets-to-wait.ts',
    text: `export const x = () => { Promise.resolve(1); };\n`,
    refusedBy: '@typescript-eslint/no-floating-promises',
  },
  {
    file: 'apps/api/src/hushes-the-compiler.ts',
    text: `// @ts-ignore\nexport const x: number = '1';\n`,
    refusedBy: '@typescript-eslint/ban-ts-comment',
  },
  { file: 'apps/api/src/skipped.spec.ts', text: `describe.skip('x', () => undefined);\n`, refusedBy: 'no-restricted-syntax' },
  {
    file: 'apps/api/src/takes-a-boolean.ts',
    text: `export function x(late: boolean) { return late; }\n`,
    refusedBy: 'no-restricted-syntax',
  },
  {
    file: 'apps/api/src/too-many.ts',
    text: `export const x = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n`,
    refusedBy: 'max-params',
  },
  { file: 'apps/api/src/too-long.ts', text: `export const x = 1;\n${'//\n'.repeat(400)}`, refusedBy: 'max-lines' },
  { file: 'apps/api/src/runs-on.ts', text: `export const x = () => {\n${'  x();\n'.repeat(51)}};\n`, refusedBy: 'max-lines-per-function' },
];
