import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reporterEnvironment } from '../../../../reports/run/reporter-environment';

const told = {
  HARNESS_SUITES: 'open-relay,no-mechanisms',
  HARNESS_RUN_FOLDER: '/run-folder',
  HARNESS_OUT: '/out',
  HARNESS_IMAGE: 'debian12',
  HARNESS_PROFILE: 'mail.yaml',
  HARNESS_FORMATS: 'json,sarif',
  HARNESS_VERBOSE: '1',
};

describe('the reporter', () => {
  test('does as the command line tells it', () => {
    expect(reporterEnvironment(told, {})).toEqual({
      outFolder: '/out',
      formats: ['json', 'sarif'],
      runFolder: '/run-folder',
      ownsRunFolder: false,
      targetName: 'debian12',
      profile: 'mail.yaml',
      suiteOrder: ['open-relay', 'no-mechanisms'],
      verbose: true,
      quiet: false,
      colour: false,
      width: undefined,
    });
  });

  test('is quiet where it is told to be', () => {
    expect(reporterEnvironment({ ...told, HARNESS_QUIET: '1' }, {})).toMatchObject({ quiet: true });
  });

  test('makes a run folder and tells the workers, if Jest was started by itself', () => {
    const env: NodeJS.ProcessEnv = {};

    const { outFolder, ownsRunFolder, runFolder } = reporterEnvironment(env, {});

    expect(ownsRunFolder).toBe(true);
    expect(existsSync(runFolder)).toBe(true);
    expect(env.HARNESS_RUN_FOLDER).toBe(runFolder);
    expect(outFolder).toBe(join(__dirname, '../../../../reports/out'));
    rmSync(runFolder, { recursive: true });
  });

  test('uses colours on a terminal only, and not with NO_COLOR', () => {
    const terminal = { isTTY: true, columns: 132 };

    expect(reporterEnvironment(told, terminal)).toMatchObject({ colour: true, width: 132 });
    expect(reporterEnvironment({ ...told, NO_COLOR: '1' }, terminal)).toMatchObject({ colour: false, width: 132 });
    expect(reporterEnvironment({ ...told, NO_COLOR: '' }, terminal)).toMatchObject({ colour: true });
  });
});
