module.exports = {
  displayName: 'api',
  testEnvironment: 'node',
  // A real database on a busy machine of two cores: slowness is no failure, only standing still is.
  testTimeout: 60_000,
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  transform: { '^.+\\.ts$': ['@swc/jest', require('../../tools/swc.cjs')] },
  moduleNameMapper: { '^@par-index/(scoring|contract)$': '<rootDir>/../../libs/$1/src/index.ts' },
};
