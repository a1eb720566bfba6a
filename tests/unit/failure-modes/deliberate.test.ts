import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const relayList = (restriction: string) =>
  `smtpd_recipient_restrictions =
smtpd_relay_restrictions = permit_mynetworks, ${restriction}, reject_unauth_destination`;
const localOnly = 'inet_interfaces = loopback-only\nmynetworks = 127.0.0.0/8\ncompatibility_level = 3.6';
const smtp = 'smtp inet n - n - - smtpd';
const whole = `${smtp}
qmgr unix n - n 300 1 qmgr
cleanup unix n - n - 0 cleanup
local unix - n n - - local
smtp unix - - n - - smtp`;
const submission = 'submission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes';

test.each([
  ['a machine that sends its own mail only', localOnly, smtp],
  ['a server that takes mail for its domain only', 'mynetworks = 127.0.0.0/8\ncompatibility_level = 3.6', smtp],
  [
    'a server whose users have port 465 alone',
    'smtpd_sasl_auth_enable = yes\nmynetworks = 127.0.0.0/8',
    submission.replace('submission', 'smtps'),
  ],
])('%s is as it is meant to be', async (_what, mainCf, masterCf) => {
  expect(await found(mainCf, masterCf)).toEqual([]);
});

test.each([
  ['listens at loopback only', localOnly, `${smtp}\n${submission}`, 'ports/loopback-only'],
  ['has no port for them', 'smtpd_sasl_auth_enable = yes\nmynetworks = 127.0.0.0/8', whole, 'ports/submission-off'],
])('a server to which users are to log in is at fault where it %s', async (_what, mainCf, masterCf, id) => {
  expect(await found(mainCf, masterCf)).toContain(`${id} certain`);
});

test('nothing is told of ports by a service that somebody quotes', async () => {
  expect(await found('smtpd_sasl_auth_enable = yes\nmynetworks = 127.0.0.0/8', smtp)).not.toContain(
    'ports/submission-off certain',
  );
});

test.each([
  ['check_sender_access hash:/etc/postfix/access', 'open-relay/sender-access-permits possible'],
  ['check_helo_access hash:/etc/postfix/access', 'open-relay/helo-access-permits possible'],
  ['check_reverse_client_hostname_access hash:/etc/postfix/access', 'open-relay/reverse-name-permits possible'],
  ['check_sender_access static:OK', 'open-relay/access-table-permits-everybody certain'],
])('%s before the refusal is %s: the table may say no more than REJECT', async (restriction, expected) => {
  const all = await found(`${relayList(restriction)}\nmynetworks = 127.0.0.0/8`, smtp);

  expect(all).toContain(expected);
  expect(all.filter((one) => one.startsWith('open-relay/') && one.endsWith('certain'))).toEqual(
    expected.endsWith('certain') ? [expected] : [],
  );
});

async function found(mainCf: string, masterCf: string): Promise<readonly string[]> {
  const { facts } = readConfiguration(
    [
      { kind: 'main.cf', file: 'main.cf', text: mainCf },
      { kind: 'master.cf', file: 'master.cf', text: masterCf },
    ],
    () => undefined,
  );
  const { findings } = await diagnose(catalogue, { logs: [], facts: { ...facts, postfixVersion: '3.7.11' } });
  return findings.map(({ mode, confidence }) => `${mode.id} ${confidence}`);
}
