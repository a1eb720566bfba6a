import { noFacts, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { ServerFacts } from '../../../helpers/model/failure-mode';

const notBuilt = (path: string) => `postfix/smtp[9]: error: open database ${path}: No such file or directory` as const;

async function repairOf(line: string, facts: ServerFacts = noFacts): Promise<readonly string[]> {
  const { findings } = await diagnoseLines(catalogue, [line], facts);
  return findings[0]?.mode.repair.commands ?? [];
}

test('the table that could not be opened is the one to build, with its type', async () => {
  const commands = await repairOf(notBuilt('/etc/postfix/sasl_passwd.lmdb'));

  expect(commands).toContain('postmap lmdb:/etc/postfix/sasl_passwd');
  expect(commands.join()).not.toContain('hash:');
});

test('the table that main.cf names is the one to edit', async () => {
  const text = 'smtp_sasl_password_maps = texthash:/etc/postfix/sasl/passwords\n';
  const { facts } = readConfiguration([{ kind: 'main.cf', file: 'main.cf', text }], () => undefined);

  const commands = await repairOf(
    'postfix/smtp[9]: 4AB1234567: to=<x@elsewhere.example>, relay=r[192.0.2.30]:587, delay=1, dsn=4.7.8, status=deferred (SASL authentication failed; server r[192.0.2.30] said: 535 5.7.8 Error: authentication failed)',
    facts,
  );

  expect(commands).toContain('vi /etc/postfix/sasl/passwords');
  expect(commands.filter((command) => command.startsWith('postmap hash:'))).toEqual([]);
});

test.each([
  ['debian 12', 'debian', 'apt-get install libsasl2-modules'],
  ['rocky rhel centos fedora', 'enterprise linux', 'yum install cyrus-sasl-plain'],
  ['alpine ', 'alpine', 'apk add cyrus-sasl cyrus-sasl-login'],
])('on %s the commands are those of %s', async (osRelease, system, command) => {
  const text = `##== facts of a mail server\n##== system\n${osRelease}\n`;
  const { facts } = readConfiguration([{ kind: 'facts', file: 'facts', text }], () => undefined);

  const { findings } = await diagnoseLines(
    catalogue,
    ['postfix/smtpd[16]: warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available'],
    facts,
  );

  expect(facts.system).toBe(system);
  expect(findings.flatMap(({ mode }) => mode.repair.commands)).toContain(command);
});
