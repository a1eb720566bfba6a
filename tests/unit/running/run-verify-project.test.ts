import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { runVerifyProject } from '../../../helpers/running/run-verify-project';
import { defaultOptions } from '../../../helpers/settings/settings';

test('a run whose reports can not be written is not begun', async () => {
  const run = runVerifyProject({
    root: __dirname,
    options: defaultOptions,
    outFolder: join(__filename, 'below'),
    formats: [],
    suiteOrder: [],
    verbose: false,
    env: {},
    signals: new EventEmitter(),
    onInterrupt: () => {},
    cleanUp: async () => {},
  });

  await expect(run).rejects.toThrow(/^no reports can be written to .*below: ENOTDIR/);
});
