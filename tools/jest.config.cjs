module.exports = {
  displayName: 'tools',
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': ['@swc/jest', require('./swc.cjs')] },
  moduleNameMapper: { '^@par-index/(scoring|contract)$': '<rootDir>/../libs/$1/src/index.ts' },
};
