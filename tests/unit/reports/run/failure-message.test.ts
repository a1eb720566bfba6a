import { failureMessage } from '../../../../reports/run/failure-message';

describe('the message of a failure', () => {
  test('is that of a HarnessError alone, without its stack', () => {
    const text = [
      'HarnessError: no Docker engine answers: no socket at /var/run/docker.sock',
      '  → run containers/setup.sh, or start your Docker engine and try again',
      '    at startLab (/project/containers/lab.ts:12:9)',
      '    at async Promise.all (index 0)',
    ].join('\n');

    expect(failureMessage(text)).toBe(
      'no Docker engine answers: no socket at /var/run/docker.sock\n' +
        '  → run containers/setup.sh, or start your Docker engine and try again',
    );
  });

  test('of any other error keeps the frames of the project, which lead to the fault', () => {
    const text = [
      "TypeError: Cannot read properties of undefined (reading 'code')",
      '    at judge (/project/helpers/checks/open-relay.ts:40:7)',
      '    at Object.<anonymous> (/project/tests/verify/open-relay.test.ts:9:3)',
      '    at Promise.then.completed (/project/node_modules/jest-circus/build/utils.js:391:28)',
      '    at new Promise (<anonymous>)',
      '    at node:internal/main/run_main_module:28:49',
    ].join('\n');

    expect(failureMessage(text).split('\n')).toEqual([
      "TypeError: Cannot read properties of undefined (reading 'code')",
      '    at judge (/project/helpers/checks/open-relay.ts:40:7)',
      '    at Object.<anonymous> (/project/tests/verify/open-relay.test.ts:9:3)',
    ]);
  });

  test('has no colours', () => {
    expect(failureMessage('\u001b[31mexpected\u001b[39m 250')).toBe('expected 250');
  });

  test('keeps lines of a server that only look like a frame', () => {
    expect(failureMessage('Error: refused\n    at least one mechanism was expected')).toContain('at least one');
  });
});
