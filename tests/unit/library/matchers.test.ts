import { type MailMatchers, mailMatchers } from '../../../helpers/library/matchers';
import type { SentMail } from '../../../helpers/library/send-mail';
import type { Answer } from '../../../helpers/model/answer';
import type { RelayedMessage } from '../../../helpers/model/relayed-message';
import { mechanismFor } from '../../../helpers/smtp/sasl/mechanism-for';
import { open } from '../smtp/open-session';
import { acceptTls, ScriptedServer } from '../smtp/scripted-server';

expect.extend(mailMatchers);
const expectMail = (value: unknown) => expect(value) as unknown as MailMatchers & { readonly not: MailMatchers };

const reply = (code: number, enhanced: string, text: string): Answer => ({
  kind: 'reply',
  code,
  enhanced,
  lines: [`${enhanced} ${text}`],
});
const refused = reply(554, '5.7.1', 'Relay access denied');
const accepted = reply(250, '2.0.0', 'Ok: queued as 1');
const closed: Answer = { kind: 'closed', how: 'end-of-file', afterMs: 3, detail: 'end of file' };
const message: RelayedMessage = {
  receivedAt: '2026-01-01T00:00:00.000Z',
  clientName: 'mail.example.test',
  port: 25,
  mailFrom: 'a@outside.example',
  rcptTo: ['b@elsewhere.example'],
  headers: [],
  body: '',
  tls: undefined,
};

function mail(answer: Answer, arrived: RelayedMessage | 'nothing' | 'waiting' | 'unknown'): SentMail {
  const entries = [{ atMs: 1, from: 'server', text: 'a line of the dialogue', tls: false }] as const;
  const transcripts = [{ title: 'outside → 25', startedAt: '', entries }];
  const relayed = typeof arrived === 'string' ? [] : [arrived];
  const outcome = typeof arrived !== 'string' ? 'relayed' : arrived === 'nothing' ? 'not relayed' : arrived;
  const evidence = { transcripts, logLines: [], relayed: [], dnsQueries: [], notes: [] };
  return { answer, recipients: [], outcome, relayed, evidence };
}

test('a mail that reached the sink was relayed, whatever was answered', () => {
  expectMail(mail(accepted, message)).toBeRelayed();
  expectMail(mail(refused, message)).toBeRelayed();
  expectMail(mail(accepted, 'nothing')).not.toBeRelayed();
});

test('a mail was refused by a reply of 4yz or 5yz, as it was expected, and only if nothing reached the sink', () => {
  expectMail(mail(refused, 'nothing')).toBeRefused();
  expectMail(mail(refused, 'nothing')).toBeRefused(554);
  expectMail(mail(refused, 'nothing')).toBeRefused(554, '5.7.1');
  expectMail(mail(refused, 'nothing')).not.toBeRefused(550);
  expectMail(mail(refused, 'nothing')).not.toBeRefused(554, '5.7.0');
  expectMail(mail(refused, message)).not.toBeRefused();
  expectMail(mail(accepted, message)).not.toBeRefused();
});

test.each([
  ['no other mail came through either', mail(refused, 'unknown')],
  ['the server gave no reply that decides it', mail(closed, 'nothing')],
])('neither a refusal nor its opposite is claimed where %s, and the failure says so', (why, undecided) => {
  const words = `can not tell whether the mail was refused: ${why}; the server answered `;

  expect(() => expectMail(undecided).toBeRefused()).toThrow(words);
  expect(() => expectMail(undecided).toBeRefused(554, '5.7.1')).toThrow(words);
  expect(() => expectMail(undecided).not.toBeRefused()).toThrow(words);
});

test('that nothing was relayed is not claimed where no mail comes through at all, and the failure says so', () => {
  const words =
    'can not tell whether the mail was relayed: no other mail came through either; the server answered 554 5.7.1';

  expect(() => expectMail(mail(refused, 'unknown')).toBeRelayed()).toThrow(words);
  expect(() => expectMail(mail(refused, 'unknown')).not.toBeRelayed()).toThrow(words);
});

test('what waits in the queue to be passed on is not taken for what is not relayed', () => {
  const words = 'can not tell whether the mail was relayed: it waits in the queue of the server';

  expect(() => expectMail(mail(accepted, 'waiting')).toBeRelayed()).toThrow(words);
  expect(() => expectMail(mail(accepted, 'waiting')).not.toBeRelayed()).toThrow(words);
  expectMail(mail(accepted, 'waiting')).not.toBeRefused();
});

test('a failure says what was expected, what was answered, and shows the dialogue', () => {
  expect(() => expectMail(mail(accepted, message)).toBeRefused(554, '5.7.1')).toThrow(
    /^expected the mail to be refused with 554 5\.7\.1; the server answered 250 2\.0\.0 Ok: queued as 1, and it reached the sink\n\noutside → 25\n +1 ms {2}S: a line of the dialogue$/,
  );
});

test('what is no mail is not judged', () => {
  expect(() => expectMail(Promise.resolve(mail(refused, 'nothing'))).toBeRefused()).toThrow('await server.send');
  expect(() => expectMail({}).not.toBeRelayed()).toThrow('await server.send');
});

describe('mechanisms', () => {
  const offering = (line: string) => ScriptedServer.start({ replies: { EHLO: ['250-mail.example.test', line] } });

  test('are offered if all are, and not offered if none is', async () => {
    await using server = await offering('250 AUTH PLAIN LOGIN');
    await using session = await open(server);

    expectMail(session).toOfferMechanisms('LOGIN', 'plain');
    expectMail(session).not.toOfferMechanisms('ANONYMOUS', 'CRAM-MD5');
    expect(() => expectMail(session).toOfferMechanisms('PLAIN', 'CRAM-MD5')).toThrow('it offers PLAIN, LOGIN');
    expect(() => expectMail(session).not.toOfferMechanisms('CRAM-MD5', 'PLAIN')).toThrow('it offers PLAIN, LOGIN');
  });

  test('are neither offered nor not offered where EHLO was not accepted', async () => {
    await using server = await ScriptedServer.start({ greeting: ['554 5.3.2 No'] });
    await using session = await open(server);
    const words = 'can not tell whether PLAIN would be offered: EHLO was not accepted: 554 5.3.2 No';

    expect(() => expectMail(session).toOfferMechanisms('PLAIN')).toThrow(words);
    expect(() => expectMail(session).not.toOfferMechanisms('ANONYMOUS')).toThrow(
      /^can not tell whether ANONYMOUS would/,
    );
  });

  test('are neither offered nor not offered where a later EHLO was not accepted, whatever the first one offered', async () => {
    let count = 0;
    await using server = await ScriptedServer.start({
      replies: {
        EHLO: (socket) => socket.write(count++ === 0 ? '250-mail\r\n250 AUTH PLAIN\r\n' : '421 4.3.2 Later\r\n'),
      },
    });
    await using session = await open(server);
    await session.ehlo();
    const words = 'can not tell whether PLAIN would be offered: EHLO was not accepted: 421 4.3.2 Later';

    expect(() => expectMail(session).toOfferMechanisms('PLAIN')).toThrow(words);
    expect(() => expectMail(session).not.toOfferMechanisms('PLAIN')).toThrow(words);
  });

  test('are neither offered nor not offered before EHLO, nor after STARTTLS until it is said again', async () => {
    await using server = await ScriptedServer.start({
      replies: {
        EHLO: ['250-mail', '250-STARTTLS', '250 AUTH PLAIN'],
        STARTTLS: (socket) => {
          socket.write('220 2.0.0 Ready\r\n');
          acceptTls(socket, () => {});
        },
      },
    });
    const words = 'can not tell whether PLAIN would be offered: EHLO has not been said: await session.ehlo()';
    await using before = await open(server, { ehlo: false });
    await using after = await open(server);
    await after.startTls();

    expect(() => expectMail(before).toOfferMechanisms('PLAIN')).toThrow(words);
    expect(() => expectMail(after).toOfferMechanisms('PLAIN')).toThrow(words);
  });

  test('a failure shows the dialogue without the password', async () => {
    await using server = await offering('250 AUTH PLAIN');
    await using session = await open(server);
    const plain = mechanismFor('PLAIN', { user: 'alice', password: 'open-sesame', host: 'mail.example.test' });
    if (plain) await session.authenticate(plain);

    let text = '';
    try {
      expectMail(session).toOfferMechanisms('LOGIN');
    } catch (error) {
      text = (error as Error).message;
    }
    expect(text).toContain('C: AUTH PLAIN <secret>');
    expect(text).not.toContain(Buffer.from('\0alice\0open-sesame').toString('base64'));
  });
});
