/** @jest-config-loader esbuild-register */
// Also for the reporter, which Jest loads without transforming it.
import './.ci/typescript.js';
import type { Config } from 'jest';

const verify: Pick<Config, 'projects'> = require('./tests/verify/jest.config.js');

const shared = {
  testEnvironment: 'node',
  // The same once more, as JavaScript: see .ci/build.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
} satisfies Config;

const withContainers = {
  ...shared,
  testEnvironment: '<rootDir>/tests/worker-environment.ts',
  globalSetup: '<rootDir>/helpers/running/global-setup.ts',
  globalTeardown: '<rootDir>/helpers/running/global-teardown.ts',
} satisfies Config;

const config: Config = {
  // Checks wait for a server most of the time; but servers that start and die keep the cores busy, and a healthy one that is
  // slow looks like one that is silent.
  maxConcurrency: 4,
  maxWorkers: 4,
  testSequencer: '<rootDir>/tests/longest-first.ts',
  // Containers take their time on a busy machine; a test that is about time says so itself.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/*.test.ts'] },
    { ...withContainers, displayName: 'lab', testMatch: ['<rootDir>/tests/lab/*.test.ts'] },
    ...(verify.projects ?? []),
    { ...withContainers, displayName: 'mutants', testMatch: ['<rootDir>/tests/mutants/*.test.ts'] },
    { ...withContainers, displayName: 'servers', testMatch: ['<rootDir>/tests/servers/*.test.ts'] },
    { ...withContainers, displayName: 'failure-modes', testMatch: ['<rootDir>/tests/failure-modes/*.test.ts'] },
    { ...shared, displayName: 'package', testMatch: ['<rootDir>/tests/package/*.test.ts'] },
  ],
};

export default config;
