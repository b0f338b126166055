module.exports = {
  displayName: 'browser journeys',
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.journey.ts'],
  testTimeout: 120_000,
  testSequencer: '<rootDir>/harness/in-order.cjs',
  globalSetup: '<rootDir>/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/harness/global-teardown.mjs',
  transform: { '^.+\\.ts$': ['@swc/jest', require('../../../tools/swc.cjs')] },
  moduleNameMapper: { '^@par-index/(scoring|contract)$': '<rootDir>/../../../libs/$1/src/index.ts' },
};
