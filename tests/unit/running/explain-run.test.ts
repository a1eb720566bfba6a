import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadableServer } from '../../../helpers/causes/explain-failures';
import { explainRun } from '../../../helpers/running/explain-run';
import { readRunFolder } from '../../../reports/run/run-folder';
import { check, noEvidence } from '../reports/samples';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-run-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = check('failed', {
  id: 'authenticated-relay/a',
  reason: 'expected AUTH: 235 2.7.0; saw 454 4.7.0 Error',
});
const damaged =
  'Nov 28 08:00:00 mail postfix/smtpd[7]: warning: SASL authentication problem: unknown password verifier(s) saslauth';

function server(log: readonly string[]): ReadableServer & { readonly run: jest.Mock } {
  return { run: jest.fn().mockRejectedValue(new Error('there is no sh')), log: { linesSince: () => log } };
}

const found = () => readRunFolder(folder).explanation?.causes?.map(({ id, explains }) => [id, ...explains]);

test('looks at nothing, and leaves nothing, where all held', async () => {
  const { run, log } = server([damaged]);

  await explainRun([check('held'), check('not-applicable'), check('accepted')], { run, log }, folder);

  expect(run).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual([]);
});

test('explains by the log alone a server that has no shell', async () => {
  await explainRun([refused], server([damaged]), folder);

  expect(found()).toEqual([['sasldb/unknown-verifier', 'authenticated-relay/a']]);
});

test('explains by what another service of the compose file logged', async () => {
  const users = { service: 'users', ...server([damaged]) };

  await explainRun([refused], { ...server([]), otherServices: [users] }, folder);

  expect(found()).toEqual([['sasldb/unknown-verifier', 'authenticated-relay/a']]);
  expect(JSON.stringify(readRunFolder(folder).explanation?.causes)).toContain('the log of users');
});

test('explains why a server puts off everybody, so that no check can tell', async () => {
  const warning =
    'Nov 29 02:54:00 mail postfix/smtpd[166]: warning: problem talking to server private/policy: No such file or directory';
  const putOff = check('could-not-tell', {
    id: 'open-relay/outside-anonymous-foreign',
    reason:
      "expected 25: MAIL <a@outside.example>, RCPT <b@elsewhere.example>: a refusal that is not everybody's; " +
      'saw 451 4.3.5 <b@elsewhere.example>: Recipient address rejected: Server configuration problem',
    evidence: { ...noEvidence, logLines: [warning] },
  });
  await explainRun([putOff], server([warning]), folder);

  expect(found()).toEqual([['services/policy-socket-missing', putOff.id]]);
});

describe('of a server that is made of several containers', () => {
  const relays = check('failed', {
    id: 'open-relay/outside-anonymous-foreign',
    reason: 'expected 25: MAIL <a@example.org>, RCPT <b@example.com>: a refusal, 4yz or 5yz; saw 250 2.1.5 Ok',
  });
  const open = ['smtpd_relay_restrictions = permit_mynetworks, reject', 'mynetworks = 0.0.0.0/0'];
  const closed = ['smtpd_relay_restrictions = permit_mynetworks, reject', 'mynetworks = 127.0.0.0/8'];

  test('the configuration is read of the Postfix behind a proxy', async () => {
    const proxy = { ...server([]), run: async () => dump('nginx') };
    const mail = { service: 'mail', ...server([]), run: async () => dump('master', open) };

    await explainRun([relays], { ...proxy, otherServices: [mail] }, folder);

    expect(found()).toEqual([['open-relay/mynetworks-everybody', relays.id]]);
  });

  test('that of another Postfix beside the one that is asked is none of its own', async () => {
    const asked = { ...server([]), run: async () => dump('master', closed) };
    const other = { service: 'lists', ...server([]), run: async () => dump('master', open) };

    await explainRun([relays], { ...asked, otherServices: [other] }, folder);

    expect(found()).toEqual([]);
  });

  function dump(process: string, mainCf?: readonly string[]): string {
    const postfix = mainCf ? ['##== mail_version', '3.7.11', '##== file /etc/postfix/main.cf', ...mainCf] : [];
    return ['##== facts of a mail server', ...postfix, '##== processes', process, ''].join('\n');
  }
});

test('blames nothing that a check that held made the server log', async () => {
  const held = check('held', { evidence: { ...noEvidence, logLines: [damaged] } });

  await explainRun([refused, held], server([damaged]), folder);

  expect(found()).toEqual([]);
});

test('leaves its own trouble as a remark', async () => {
  const log = {
    linesSince: () => {
      throw new Error('the log is gone');
    },
  };

  await explainRun([refused], { ...server([]), log }, folder);

  expect(readRunFolder(folder).explanation).toEqual({ trouble: 'the log is gone' });
});
