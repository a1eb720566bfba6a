import fc from 'fast-check';
import { maskLine } from '../../../helpers/maillog/mask-line';
import { decodeText } from '../../../helpers/smtp/decode-text';
import { mechanismFor } from '../../../helpers/smtp/sasl/mechanism-for';
import { TranscriptRecorder } from '../../../helpers/smtp/transcript-recorder';
import { allFormats } from '../../../reports/written/all-formats';
import { check, noEvidence, resultOf } from '../reports/samples';
import { always } from './property';
import { cut, password, places } from './values';

const name = fc.constantFrom('PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'XOAUTH2', 'OAUTHBEARER', 'SCRAM-SHA-256');
/** How servers quote: the line, the password, both in another charset, within other words. */
const quote = fc.constantFrom<(said: Said) => Buffer>(
  ({ line }) => Buffer.from(`500 5.5.1 Command unrecognized: "${line}"`),
  ({ secret }) => Buffer.from(`535 5.7.8 password ${secret} is wrong`),
  ({ secret }) => Buffer.from(`535-5.7.8 password ${secret}`),
  ({ secret }) => Buffer.concat([Buffer.from(`535 5.7.8 ${secret} `), Buffer.from('für alice', 'latin1')]),
  ({ secret }) => Buffer.from(`334 ${Buffer.from(secret).toString('base64')}`),
  ({ secret }) => Buffer.from(`250 ${Buffer.from(secret).toString('base64')}`),
  ({ line }) => Buffer.from(`550 you said ${line}, and ${line} again`),
);

interface Said {
  readonly line: string;
  readonly secret: string;
}

always(
  'What a client logs in with is in no transcript, however the server quotes it',
  [name, password, places, fc.array(quote, { maxLength: 4 })],
  (which, secret, cuts, quotes) => {
    const { recorder, said } = login(which, secret, cuts);
    for (const line of said) for (const one of quotes) recorder.received(decodeText(one({ line, secret })));
    recorder.note(`the server said ${secret}`);

    expectNoneOf([secret, ...said], recorder.transcript.entries.map(({ text }) => text).join('\n'));
  },
);

always(
  'A password that is sent by hand, without a mechanism, is in no transcript either',
  [password, quote],
  (secret, one) => {
    const line = Buffer.from(`\0alice\0${secret}`).toString('base64');
    const recorder = new TranscriptRecorder('test');
    recorder.sent(Buffer.from(`AUTH PLAIN ${line}\r\n`));
    recorder.received(decodeText(one({ line, secret })));

    expectNoneOf([secret, line], recorder.transcript.entries.map(({ text }) => text).join('\n'));
  },
);

always(
  'What was masked in a transcript is in no report of any format',
  [name, password, fc.array(quote, { maxLength: 3 })],
  (which, secret, quotes) => {
    const { recorder, said } = login(which, secret, []);
    for (const line of said) for (const one of quotes) recorder.received(decodeText(one({ line, secret })));
    const evidence = { ...noEvidence, transcripts: [recorder.transcript] };
    const result = resultOf([check('failed', { evidence }), check('could-not-tell', { evidence })]);

    for (const { id, render } of allFormats) expectNoneOf([secret, ...said], `${render(result)}`, ownWords.get(id));
  },
  { share: 0.1 },
);

/** What a report says whatever the password is: `length`, in the script of its page, is no leak. */
const ownWords = new Map(
  allFormats.map(({ id, render }) => [id, `${render(resultOf([check('failed'), check('could-not-tell')]))}`]),
);

/** Lines in which Postfix, Dovecot and others write what a client said. */
const logLine = fc.constantFrom<(said: Said) => string>(
  ({ line }) => `Nov 24 23:49:37 mail postfix/smtpd[16]: < client.example.org[192.0.2.1]: AUTH PLAIN ${line}`,
  ({ line }) => `Nov 24 23:49:37 mail postfix/smtpd[16]: < client.example.org[192.0.2.1]: ${line}`,
  ({ line }) =>
    `Nov 24 23:49:37 mail postfix/smtpd[16]: warning: non-SMTP command from unknown[192.0.2.1]: AUTH PLAIN ${line}`,
  ({ line }) => `warning: improper command pipelining after AUTH from unknown[192.0.2.1]: ${line}\\r\\n`,
  ({ line }) =>
    `warning: improper command pipelining after EHLO from unknown[192.0.2.1]: AUTH LOGIN\\r\\n${line}\\r\\n`,
  ({ line }) => `warning: unknown[192.0.2.1]: request longer than 12288: ${line}`,
  ({ line }) => `xsasl_cyrus_server_first: sasl_method PLAIN, init_response ${line}`,
  ({ secret }) => `xsasl_cyrus_server_next: decoded response: ${secret}`,
  ({ line }) => `dovecot: auth: Debug: client in: AUTH 1 PLAIN service=smtp resp=${line}`,
  ({ line }) => `dovecot: auth: Debug: client in: CONT 1 ${line}`,
  ({ secret }) => `auth: sql(alice): Password mismatch (given password: ${secret})`,
  ({ line }) => `smtp failed-command command="AUTH PLAIN ${line}" result="503 5.5.1 Invalid command"`,
);

always('What a client said after AUTH is in no line of a log', [logLine, password], (write, secret) => {
  const line = Buffer.from(`\0alice\0${secret}`).toString('base64');

  expectNoneOf([secret, line], maskLine(write({ line, secret })));
});

/** A login as a client leads it, with its lines sent in pieces; and what it said that nobody may read. */
function login(which: string, secret: string, cuts: readonly number[]) {
  const client = mechanismFor(which, {
    user: 'alice',
    password: secret,
    accessToken: secret,
    host: 'mail.example.test',
  });
  if (!client) throw new Error(`no mechanism ${which}`);
  const recorder = new TranscriptRecorder('test');
  recorder.keepSecret(client.secrets ?? []);
  const challenge = Buffer.from('nonce="n0nce",realm="x",qop="auth",charset=utf-8');
  const said = [client.initialResponse ?? client.respond(challenge)].concat(
    which === 'LOGIN' ? [client.respond(challenge)] : [],
  );
  const texts = said.map((response) => response.toString('base64'));
  const sent = client.initialResponse
    ? `AUTH ${which} ${texts[0]}\r\n`
    : `AUTH ${which}\r\n${texts.map((text) => `${text}\r\n`).join('')}`;
  for (const piece of cut(Buffer.from(sent), cuts)) recorder.sent(piece);
  // The name is no secret.
  return { recorder, said: which === 'LOGIN' ? texts.slice(1) : texts };
}

/** Neither as it is, nor read byte by byte, nor as one of the formats escapes it. */
function expectNoneOf(secrets: readonly string[], text: string, besides = ''): void {
  const forms = secrets
    .flatMap((secret) => [secret, Buffer.from(secret).toString('latin1')])
    .flatMap((one) => [one, one.replace(/\p{Cc}/gu, escaped)])
    .flatMap((one) => [one, JSON.stringify(one).slice(1, -1), inMarkup(one)]);
  const found = forms.find((form) => text.includes(form) && !besides.includes(form));

  expect({ found, text: found && text.slice(0, 2000) }).toEqual({ found: undefined, text: undefined });
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function inMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
