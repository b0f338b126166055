module.exports = {
  displayName: 'scoring',
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', require('../../tools/swc.cjs')] },
  moduleNameMapper: { '^@par-index/(scoring|contract)$': '<rootDir>/../../libs/$1/src/index.ts' },
};
