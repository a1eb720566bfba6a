const { existsSync } = require('node:fs');
const { join } = require('node:path');

// In the package all is JavaScript already.
const type = existsSync(join(__dirname, '../../helpers/running/global-setup.ts')) ? 'ts' : 'js';
// Also for the reporter, which Jest loads without transforming it.
if (type === 'ts') require('../../.ci/typescript.js');

/** The checks as a project of Jest, for `verify` in a clone and in the package. */
module.exports = {
  // A list of one: a configuration without it makes Jest look for another in the folder where the user is.
  projects: [
    {
      displayName: 'verify',
      rootDir: join(__dirname, '../..'),
      // What Jest looks through at its start; below node_modules, where a package is, it looks only when it is told to.
      roots: [__dirname],
      haste: { retainAllFiles: true },
      testMatch: ['<rootDir>/tests/verify/*.test.js'],
      testPathIgnorePatterns: [],
      testEnvironment: '<rootDir>/tests/verify/environment.js',
      transform: {},
      globalSetup: `<rootDir>/helpers/running/global-setup.${type}`,
      globalTeardown: `<rootDir>/helpers/running/global-teardown.${type}`,
    },
  ],
};
