// Sizes, names and fences. What a rule is for stands beside it; `npm run lint` allows no warning.
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Between projects, by tag. The fences inside a project are in .dependency-cruiser.cjs. */
const betweenProjects = [
  { sourceTag: 'type:scoring', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:scoring'], bannedExternalImports: ['*'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['type:scoring', 'type:contract'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['type:scoring', 'type:contract'] },
  { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['type:scoring', 'type:contract'] },
];

/** The jest configuration of a library reads tools/swc.cjs, which is no import of the library itself. */
const throughJestConfig = [
  ['tools', 'scoring'],
  ['tools', 'contract'],
];

const boundaries = { enforceBuildableLibDependency: false, ignoredCircularDependencies: throughJestConfig };

const moduleBoundaries = ['error', { ...boundaries, allow: [], depConstraints: betweenProjects }];

/** A test may use packages that its library may not, and our own tools. */
const testBoundaries = [
  'error',
  {
    ...boundaries,
    allow: ['^(\\.\\./)+tools/'],
    depConstraints: betweenProjects.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({ sourceTag, onlyDependOnLibsWithTags })),
  },
];

const specs = [
  '**/*.spec.ts',
  '**/*.journey.ts',
  '**/*.fixture.ts',
  '**/*.factory.ts',
  'apps/*/test/**/*.{ts,mjs}',
  'apps/web/e2e/**/*.{ts,mjs}',
];

const booleanType = '[typeAnnotation.typeAnnotation.type="TSBooleanKeyword"]';
/** Interfaces of frameworks name these methods and parameters. */
const ours = '[key.name!=/^(setDisabledState|handleError)$/]';

const forbiddenSyntax = [
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'A test runs, and its neighbours too: no only, skip or todo.',
  },
  { selector: 'CallExpression[callee.name=/^[fx](it|test|describe)$/]', message: 'A test runs, and its neighbours too.' },
  {
    selector: `FunctionDeclaration > Identifier.params${booleanType}`,
    message: 'No boolean parameters: a union or two functions say what is meant.',
  },
  {
    selector: `MethodDefinition[kind="method"]${ours} > FunctionExpression > Identifier.params${booleanType}`,
    message: 'No boolean parameters: a union or two methods say what is meant.',
  },
  {
    selector: `:matches(FunctionDeclaration[id.name=/^(handle|process|do)[A-Z]/], MethodDefinition${ours}[key.name=/^(handle|process|do)[A-Z]/])`,
    message: 'Name what it does in words of the domain, not "handle", "process" or "do".',
  },
  {
    selector:
      ':matches(VariableDeclarator, FunctionDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration) > Identifier.id[name=/^(data|info)$/i]',
    message: 'Name it by what is in it, not "data" or "info".',
  },
  { selector: 'TSEnumDeclaration', message: 'A union of literals, not an enum.' },
];

const vagueNames = ['utils', 'util', 'helpers', 'helper', 'misc', 'manager'];

const everywhere = {
  curly: ['error', 'multi-line'],
  eqeqeq: 'error',
  'id-denylist': ['error', ...vagueNames],
  'max-lines': ['error', 400],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-params': ['error', 4],
  'no-constant-binary-expression': 'error',
  'no-else-return': 'error',
  'no-param-reassign': 'error',
  'no-restricted-syntax': ['error', ...forbiddenSyntax],
  'no-undef': 'off',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

const typescriptRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-shadow': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/require-await': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

/** The engine is pure: the same answer always gives the same points, in a browser as on a server. */
const pureEngine = {
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'Buffer',
      'Date',
      'performance',
      'crypto',
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'fetch',
      'window',
      'document',
    ].map((name) => ({ name, message: 'libs/scoring is pure: no clock, no surroundings.' })),
    { name: 'parseFloat', message: 'No binary fractions between an answer and an index: read exact values.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'libs/scoring is pure: no chance.' },
    { object: 'Number', property: 'parseFloat', message: 'No binary fractions between an answer and an index.' },
    { property: 'toFixed', message: 'toFixed rounds binary fractions: use the exact rounding.' },
  ],
};

const templateRules = {
  '@angular-eslint/template/button-has-type': 'error',
  '@angular-eslint/template/conditional-complexity': ['error', { maxComplexity: 4 }],
  '@angular-eslint/template/no-any': 'error',
  // a style attribute is refused by the content security policy
  '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true, allowNgStyle: false }],
  '@angular-eslint/template/no-positive-tabindex': 'error',
  '@angular-eslint/template/prefer-control-flow': 'error',
};

/** Where the types of each project come from, for the rules that need them. */
const typesOf = {
  'apps/api': ['tsconfig.spec.json'],
  'apps/web': ['tsconfig.lint.json', 'e2e/tsconfig.json'],
  'libs/contract': ['tsconfig.spec.json'],
  'libs/scoring': ['tsconfig.spec.json'],
  tools: ['tsconfig.json'],
};

export default tseslint.config(
  { ignores: ['**/dist', '**/.nx', '**/.angular', '**/coverage', '**/reports', '**/.data', '**/.stryker-tmp', '**/node_modules'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  { files: ['**/*.{ts,mts,cts,js,mjs,cjs}'], ...eslint.configs.recommended },
  { files: ['**/*.{ts,mts,cts,js,mjs,cjs}'], rules: everywhere },
  {
    files: ['**/*.{ts,mts,cts}'],
    extends: [tseslint.configs.base],
    rules: { ...typescriptRules, 'no-unused-vars': 'off', 'no-redeclare': 'off' },
  },
  ...Object.entries(typesOf).map(([folder, project]) => ({
    files: [`${folder}/**/*.{ts,mts,cts}`],
    languageOptions: { parserOptions: { project: project.map((file) => `${folder}/${file}`), tsconfigRootDir: import.meta.dirname } },
  })),
  { plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin } },
  { files: ['**/*.{ts,mts,cts,mjs}'], rules: { '@nx/enforce-module-boundaries': moduleBoundaries } },
  // tests are long lists of sentences, know that their examples exist, and set up a database with our own tools
  {
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@nx/enforce-module-boundaries': testBoundaries,
    },
  },
  { files: ['libs/scoring/src/**/*.ts'], ignores: specs, rules: pureEngine },
  {
    files: ['apps/api/src/**/*.ts', 'apps/web/src/**/*.ts', 'libs/**/*.ts'],
    ignores: ['apps/api/src/cli/**', 'apps/*/src/main.ts', 'apps/web/src/bootstrap.ts', ...specs],
    rules: { 'no-console': 'error' },
  },
  // Nest hands a class what it needs through its constructor
  {
    files: ['apps/api/src/**/*.{service,controller,guard,interceptor,filter,middleware,module}.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'par', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'par', style: 'camelCase' }],
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['apps/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: templateRules,
  },
);
