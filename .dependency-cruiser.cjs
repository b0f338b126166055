// Who may import whom inside a project. Each rule has a name and a sentence, and tools/fences/fences.spec.ts sees each of them refuse.

/** Arrows point left: a feature may use those before it. */
const featureOrder = [
  ...['organisation', 'identity', 'audit', 'criteria', 'cycle', 'evidence', 'assessment', 'receipt', 'assignment', 'appraisal', 'hint', 'explanation'],
  ...['council', 'petition', 'survey', 'result', 'correction', 'open-data', 'report', 'presence', 'notification', 'work'],
];

const tests = '(\\.spec\\.ts|\\.journey\\.ts|\\.fixture\\.ts|\\.factory\\.ts|test-setup\\.ts)$|^apps/[^/]+/(test|e2e)/';
const api = '^apps/api/src/';
const web = '^apps/web/src/app/';

/** @param {string} feature */
const orderRule = (feature) => ({
  name: 'api-feature-order',
  severity: 'error',
  comment: `Features depend on those before them only: ${featureOrder.join(' ← ')}. What moves something further on raises a domain event.`,
  from: { path: `${api}features/${feature}/`, pathNot: tests },
  to: { path: `${api}features/(${featureOrder.slice(featureOrder.indexOf(feature) + 1).join('|')})/` },
});

const libraries = [
  {
    name: 'scoring-imports-nothing',
    severity: 'error',
    comment: 'libs/scoring is pure: no package, no Node, no other library.',
    from: { path: '^libs/scoring/src/', pathNot: tests },
    to: { pathNot: '^libs/scoring/src/' },
  },
  {
    name: 'contract-imports-types-of-scoring',
    severity: 'error',
    comment: 'Of libs/scoring, libs/contract takes types alone.',
    from: { path: '^libs/contract/src/', pathNot: tests },
    to: { path: '^libs/scoring/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'contract-imports-nothing-else',
    severity: 'error',
    comment: 'libs/contract is what both sides agree on: no package, no Node, nothing of an application.',
    from: { path: '^libs/contract/src/', pathNot: tests },
    to: { pathNot: '^libs/(contract|scoring)/src/' },
  },
];

const server = [
  {
    name: 'api-platform-knows-no-feature',
    severity: 'error',
    comment: 'apps/api/platform says how, never what: it imports no feature.',
    from: { path: `${api}platform/`, pathNot: tests },
    to: { path: `${api}features/` },
  },
  {
    name: 'api-feature-front-door',
    severity: 'error',
    comment: 'Of another feature only its module, services and entities: not its repository, dto, mapper or controller.',
    from: { path: `${api}features/([^/]+)/`, pathNot: tests },
    to: { path: `${api}features/`, pathNot: [`${api}features/$1/`, `${api}features/[^/]+/[^/]+\\.(module|service|entity)\\.ts$`] },
  },
  ...featureOrder.slice(0, -1).map(orderRule),
  {
    name: 'api-controller-stays-in-front',
    severity: 'error',
    comment: 'A controller asks its service: no entity, no repository, no database.',
    from: { path: `${api}.*\\.controller\\.ts$` },
    to: { path: ['\\.(entity|repository)\\.ts$', `${api}platform/database/`, 'node_modules/(typeorm|@nestjs/typeorm|pg)/'] },
  },
  {
    name: 'api-entity-is-plain',
    severity: 'error',
    comment: 'An entity knows entities, TypeORM and types of the libraries: no service, no platform.',
    from: { path: `${api}.*\\.entity\\.ts$` },
    to: { pathNot: ['\\.entity\\.ts$', 'node_modules/typeorm/', '^libs/'] },
  },
  {
    name: 'api-entity-takes-types-of-libraries',
    severity: 'error',
    comment: 'Of the libraries an entity takes types alone: rules are applied by services.',
    from: { path: `${api}.*\\.entity\\.ts$` },
    to: { path: '^libs/', dependencyTypesNot: ['type-only'] },
  },
];

const browser = [
  {
    name: 'web-ui-knows-no-feature',
    severity: 'error',
    comment: 'apps/web/ui are parts without a domain: no feature, no platform.',
    from: { path: `${web}ui/`, pathNot: tests },
    to: { path: `${web}(features|platform)/` },
  },
  {
    name: 'web-ui-loads-nothing',
    severity: 'error',
    comment: 'apps/web/ui gets what it shows through inputs: no HTTP.',
    from: { path: `${web}ui/`, pathNot: tests },
    to: { path: 'node_modules/@angular/common/.*http' },
  },
  {
    name: 'web-platform-knows-no-feature',
    severity: 'error',
    comment: 'apps/web/platform serves every feature, so it imports none.',
    from: { path: `${web}platform/`, pathNot: tests },
    to: { path: `${web}features/` },
  },
  {
    name: 'web-features-stand-alone',
    severity: 'error',
    comment: 'A feature of the web imports no other feature: share through ui or contract, link by route.',
    from: { path: `${web}features/([^/]+)/`, pathNot: tests },
    to: { path: `${web}features/`, pathNot: `${web}features/$1/` },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Of two files that need each other neither can be understood alone.',
    from: { pathNot: '^node_modules' },
    to: { circular: true },
  },
  {
    name: 'no-tests-in-production',
    severity: 'error',
    comment: 'Specs, fixtures and factories are imported by no production file.',
    from: { pathNot: `${tests}|^node_modules` },
    to: { path: tests },
  },
  {
    name: 'no-tools-in-production',
    severity: 'error',
    comment: 'What is shipped does not need tools/.',
    from: { path: '^(apps|libs)/[^/]+/src/', pathNot: tests },
    to: { path: '^tools/' },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    comment: 'An import that leads nowhere escapes every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-vague-file-names',
    severity: 'error',
    comment: 'A file is named by what is in it: utils, helpers, common, misc, manager, data and info say nothing.',
    from: { path: '(^|/)(utils?|helpers?|common|misc|managers?|data|info)(/|\\.)', pathNot: 'node_modules' },
    to: {},
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...libraries, ...server, ...browser, ...everywhere],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|reports|\\.angular)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
