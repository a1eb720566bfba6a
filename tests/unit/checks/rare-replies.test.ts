import { runCheck } from '../../../helpers/checks/run-check';
import { suites } from '../../../helpers/checks/suites';
import type { Target, TargetFacts } from '../../../helpers/targets/target';
import { onOnePort } from '../../mutants/contrary/contrary-mutant';
import { ContraryServer } from '../../mutants/contrary-server';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

// No server of the repository gives these replies: that one which gives them rightly is not blamed is shown here.

const summary = { name: 'x', image: 'x', mta: 'a mail server', versions: {}, hostname: 'x', notice: undefined };

test('a mechanism that works once its user has logged in with PLAIN was rightly refused with 432', async () => {
  let isKnown = false;
  await using server = await serving((line, lines) => {
    if (line.startsWith('AUTH PLAIN ')) isKnown = true;
    if (line === 'AUTH CRAM-MD5') return `334 ${Buffer.from('<1@mail.example.test>').toString('base64')}`;
    if (lines.at(-1) !== 'AUTH CRAM-MD5') return '235 2.7.0 Welcome';
    return isKnown ? '235 2.7.0 Welcome' : '432 4.7.12 A password transition is needed';
  });

  const { verdict, warning } = await ask('rfc/transition-432', server, { refusedMechanisms: [cramRefused(432)] });

  expect([verdict, warning]).toEqual(['held', undefined]);
});

test('a mechanism that is too weak is rightly refused with 534 where another lets the user in', async () => {
  await using server = await serving(() => '235 2.7.0 Welcome');
  const facts = { provenMechanism: 'SCRAM-SHA-256', refusedMechanisms: [cramRefused(534)] };

  const { verdict, reason } = await ask('rfc/too-weak-534', server, facts);

  expect([verdict, reason]).toEqual(['held', undefined]);
});

test('a client that is greeted with 554 is rightly heard out', async () => {
  await using server = await serving(() => '235 2.7.0 Welcome');
  await using turnsAway = await ScriptedServer.start({
    greeting: ['554 5.7.1 No'],
    replies: { QUIT: ['221 2.0.0 Bye'], OTHER: ['503 5.5.1 No'] },
  });

  const { verdict, warning } = await ask('rfc/greeting-554-waits-for-quit', server, {}, turnsAway.port);

  expect([verdict, warning]).toEqual(['held', undefined]);
});

function serving(auth: (line: string, lines: readonly string[]) => string): Promise<ContraryServer> {
  return ContraryServer.start((line, { lines }) => {
    if (line === '' && lines.length === 0) return '220 mail.example.test';
    if (/^EHLO/.test(line)) return '250-mail.example.test\n250 AUTH PLAIN CRAM-MD5';
    if (/^RCPT/.test(line)) return '503 5.5.1 No';
    return /^(AUTH|[A-Za-z0-9+/]+=*$)/.test(line) && line !== 'NOOP' ? auth(line, lines) : '250 2.0.0 Ok';
  });
}

function cramRefused(code: number) {
  return { name: 'CRAM-MD5', words: '', answer: { kind: 'reply', code, enhanced: undefined, lines: ['No'] } } as const;
}

/** `listedPort`: where a client comes out that is on a block list. */
async function ask(id: string, server: ContraryServer, facts: Partial<TargetFacts>, listedPort = server.port) {
  await using target = await startFakeTarget({ server, facts: { ...onOnePort, starttls: [], ...facts } });
  const asked: Target = {
    ...target,
    summary: async () => summary,
    clientAddress: (vantage) => ({ host: '127.0.0.1', port: vantage === 'listed' ? listedPort : server.port }),
  };
  const check = suites.flatMap(({ checks }) => checks).find((one) => one.id === id);
  if (!check) throw new TypeError(`no check is called ${id}`);
  return runCheck(check, asked);
}
