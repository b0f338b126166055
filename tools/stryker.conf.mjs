// npm run mutation: breaks libs/scoring in every small way and counts how often no test minds.
// The properties are left out: they would take most of the time, and each unit has to be held by the specs beside it.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    configFile: 'libs/scoring/jest.config.cjs',
    config: { testPathIgnorePatterns: ['/node_modules/', '/src/properties/'] },
  },
  coverageAnalysis: 'perTest',
  // What only runs while a file loads has no test of its own that could mind.
  ignoreStatic: true,
  mutate: ['libs/scoring/src/**/*.ts', '!libs/scoring/src/**/*.{spec,fixture}.ts', '!libs/scoring/src/{index.ts,model/**}'],
  ignorePatterns: ['/apps', '/docs', '/dist', '/reports', '/libs/contract', '/tools/*/', '/.*'],
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutation/scoring.html' },
  jsonReporter: { fileName: 'reports/mutation/scoring.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 98, low: 95, break: 95 },
};
