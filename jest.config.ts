/** @jest-config-loader esbuild-register */
import 'esbuild-register';
import type { Config } from 'jest';

const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
} satisfies Config;

const config: Config = {
  projects: [{ ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] }],
};

export default config;
