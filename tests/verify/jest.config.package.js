// The verify project of jest.config.ts for the package, where all is JavaScript already and lies below node_modules,
// which Jest neither looks into nor runs tests from unless it is told to.
module.exports = {
  maxConcurrency: 4,
  maxWorkers: 4,
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'verify',
      rootDir: __dirname,
      roots: ['<rootDir>/tests/verify'],
      testMatch: ['<rootDir>/tests/verify/*.test.js'],
      testPathIgnorePatterns: [],
      haste: { retainAllFiles: true },
      transform: {},
      globalSetup: '<rootDir>/helpers/running/global-setup.js',
      globalTeardown: '<rootDir>/helpers/running/global-teardown.js',
    },
  ],
};
