import { EventEmitter } from 'node:events';
import { cleanUpOnSignal, type SignalledProcess } from '../../../helpers/running/clean-up-on-signal';

/** A process that can be signalled, and is over when it exits. */
function fakeProcess() {
  const signals = new EventEmitter();
  const events: string[] = [];
  let exit: () => void = () => {};
  const exited = new Promise<void>((resolve) => {
    exit = resolve;
  });
  const self: SignalledProcess = {
    on: (signal, listener) => signals.on(signal, listener),
    complain: (line) => events.push(line),
    exit: (status) => {
      events.push(`exit ${status}`);
      exit();
    },
  };
  return { signals, events, exited, self };
}

describe('a signal', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s ends the process with %d, after the clean-up', async (signal, status) => {
    const { signals, events, exited, self } = fakeProcess();
    const cleanUp = async () => {
      await new Promise(setImmediate);
      events.push('cleaned up');
    };
    cleanUpOnSignal(cleanUp, self);

    signals.emit(signal);
    await exited;

    expect(events).toEqual(['cleaned up', `exit ${status}`]);
  });

  test('cleans up once, however often it comes', async () => {
    const { signals, events, exited, self } = fakeProcess();
    cleanUpOnSignal(async () => void events.push('cleaned up'), self);

    signals.emit('SIGINT');
    signals.emit('SIGINT');
    signals.emit('SIGTERM');
    await exited;

    expect(events).toEqual(['cleaned up', 'exit 130']);
  });

  test('ends the process also if the clean-up fails, and says so', async () => {
    const { signals, events, exited, self } = fakeProcess();
    cleanUpOnSignal(() => Promise.reject(new Error('no such container')), self);

    signals.emit('SIGINT');
    await exited;

    expect(events).toEqual(['the containers could not all be removed: no such container', 'exit 130']);
  });
});
