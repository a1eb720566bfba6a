import type { ContainerFindings } from '../../../../helpers/cli/diagnose/container';
import { mergedLines } from '../../../../helpers/cli/diagnose/merge-lines';
import { readConfiguration } from '../../../../helpers/diagnosis/configuration/read-configuration';
import { factsOfServer } from '../../../../helpers/diagnosis/facts-of-containers';

const dump = (version: string, mux: string, processes: readonly string[]) =>
  [
    '##== facts of a mail server',
    ...['##== mail_version', version, '##== myhostname', version && 'mail.example.test', '##== system', 'debian'],
    ...['##== stat', mux, '##== processes', ...processes, ''],
  ].join('\n');

const postfix = container('postfix', dump('3.7.11', '777 root root 0 socket|/run/saslauthd/mux', ['master', 'smtpd']));
const dovecot = container('dovecot', dump('', 'absent|/run/saslauthd/mux', ['dovecot', 'auth']));

function container(name: string, facts: string | undefined): ContainerFindings {
  return { name, facts, log: undefined };
}

const read = (...containers: readonly ContainerFindings[]) =>
  readConfiguration(factsOfServer(containers), () => undefined).facts;

test('of several containers the one with Postfix tells what is there, and what runs in any of them runs', () => {
  for (const { files, processes, postfixVersion } of [read(postfix, dovecot), read(dovecot, postfix)]) {
    expect(files.get('/run/saslauthd/mux')).toMatchObject({ kind: 'socket' });
    expect([...(processes ?? [])].sort()).toEqual(['auth', 'dovecot', 'master', 'smtpd']);
    expect(postfixVersion).toBe('3.7.11');
  }
});

test('where there is no Postfix, all tell; one that does not run tells nothing', () => {
  const { files, processes } = read(dovecot, container('postfix', undefined));

  expect(files.get('/run/saslauthd/mux')).toEqual({ kind: 'absent' });
  expect(processes).toEqual(['dovecot', 'auth']);
});

test('lines of several logs come as they are written, none torn apart', async () => {
  const first = slow(['one\nbegin', 'ning\n', 'rest']);
  const second = slow(['a\n', 'b\n', 'c']);

  let merged = '';
  for await (const bytes of mergedLines([first, second])) merged += Buffer.from(bytes).toString();

  expect(merged.split('\n').sort()).toEqual(['', 'a', 'b', 'beginning', 'c', 'one', 'rest']);
});

test('a log that stays silent holds no other back', async () => {
  const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };

  const { value } = await mergedLines([silent, slow(['said\n'])]).next();

  expect(Buffer.from(value ?? []).toString()).toBe('said\n');
});

async function* slow(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    await new Promise(setImmediate);
    yield Buffer.from(part);
  }
}
