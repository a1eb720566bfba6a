import { HarnessError } from '../../../helpers/errors';
import { exitWithAdvice, explained } from '../../../helpers/running/exit-with-advice';

function listen() {
  const said: (string | number)[] = [];
  return { said, self: { exit: (status: number) => said.push(status), complain: (line: string) => said.push(line) } };
}

describe('a set-up of Jest', () => {
  test('that can not work says why and what to do, and ends the run with a status of its own', async () => {
    const { said, self } = listen();
    const error = new HarnessError('ENODOCKER', 'no socket');

    await exitWithAdvice(() => Promise.reject(error), self)();

    expect(said).toEqual([error.message, explained]);
    expect(said[0]).not.toContain('    at ');
  });

  test('that is broken keeps its error, with the stack', async () => {
    const { said, self } = listen();

    await expect(exitWithAdvice(() => Promise.reject(new TypeError('x is undefined')), self)()).rejects.toThrow(
      TypeError,
    );
    expect(said).toEqual([]);
  });

  test('that works says nothing', async () => {
    const { said, self } = listen();

    await exitWithAdvice(async () => {}, self)();

    expect(said).toEqual([]);
  });
});
