import { PassThrough } from 'node:stream';
import { LogTail } from '../../../containers/docker/log-tail';

const tailOf = () => {
  const stream = new PassThrough();
  const log = new LogTail();
  log.consume(stream);
  return { stream, log };
};

test('puts lines together from whatever pieces they come in', async () => {
  const { stream, log } = tailOf();

  stream.write('one\ntw');
  stream.write('o\r\nthr');

  expect(await log.when((lines) => lines.length === 2, { timeoutMs: 1_000 })).toEqual(['one', 'two']);
});

test('waits for a line that comes later', async () => {
  const { stream, log } = tailOf();
  const waiting = log.waitForLine(/daemon started/, { timeoutMs: 1_000 });

  stream.write('daemon started -- version 2.10.1\n');

  await expect(waiting).resolves.toBe('daemon started -- version 2.10.1');
});

test('looks only at what came after a position', async () => {
  const { stream, log } = tailOf();
  stream.write('ready\n');
  await log.waitForLine(/ready/, { timeoutMs: 1_000 });

  const again = log.when((lines) => lines.includes('ready'), { since: log.position, timeoutMs: 50 });

  await expect(again).resolves.toBeUndefined();
});

test('a container that has ended is not waited for, and its last lines are told', async () => {
  const { stream, log } = tailOf();

  stream.end('fatal: no such thing\n');

  await expect(log.waitForLine(/ready/, { timeoutMs: 60_000 })).rejects.toThrow(
    /before the container ended.*\n.*fatal/s,
  );
});
