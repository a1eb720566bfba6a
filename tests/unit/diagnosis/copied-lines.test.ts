import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

// What becomes of a line between a server’s log and a thread in which somebody asks for help, tried on the lines of the catalogue.

const head = 'Aug 10 11:34:37 mail ';
const withHead = (line: string) => (/^[\w./-]+\[\d+\]: /.test(line) ? `${head}${line}` : line);
const address = /\b(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+\b/g;
const mailbox = /<[\w.+-]+@[\w.-]+>/g;

/** How it is changed, and in what share of the lines that this changes it may be lost what they say. */
const changes: Readonly<Record<string, readonly [change: (line: string) => string, lost: number]>> = {
  'hard spaces of a page': [(line) => line.replaceAll(' ', '\u00a0'), 0],
  'tabs for blanks': [(line) => line.replaceAll(' ', '\t'), 0],
  'the quotation marks of a word processor': [(line) => line.replaceAll("'", '’').replaceAll('"', '”'), 0],
  'marks of Markdown escaped': [(line) => line.replace(/[[\]_*<>"]/g, '\\$&'), 0],
  'addresses as x.x.x.x': [(line) => line.replace(address, 'x.x.x.x'), 0],
  'addresses as <MY IP>': [(line) => line.replace(address, '<MY IP>'), 0.05],
  'mailboxes as <<MY EMAIL>>': [(line) => line.replace(mailbox, '<<MY EMAIL>>'), 0.05],
  'mailboxes as a page hides them': [(line) => line.replace(mailbox, '<[email protected]>'), 0.05],
  'mailboxes that a page took for tags': [(line) => line.replace(mailbox, ''), 0.2],
  'no number of the process': [(line) => line.replace(/\[\d+\]: /, '[XXXX]: '), 0.05],
  'broken at 72 columns': [(line) => line.replace(/(.{1,72})(?: |$)/g, '$1\n').trimEnd(), 0.1],
  'cut off eight characters before its end': [(line) => line.slice(0, -8), 0.2],
};

// A seventh of them, as each is read a dozen times; the same ones when others are added.
const specimens = catalogue
  .flatMap(({ id, symptoms }) =>
    symptoms.log.map(({ specimen, strength }) => ({ id, line: withHead(specimen), strength })),
  )
  .filter(({ line, strength }) => strength === 'names' && sumOf(line) % 7 === 0);

function sumOf(line: string): number {
  return [...line].reduce((sum, char) => sum + char.charCodeAt(0), 0);
}

test.each(Object.entries(changes))('%s: what a line says is found all the same', async (_what, [change, lost]) => {
  const changed = specimens.filter(({ line }) => change(line) !== line);
  const missed: string[] = [];
  for (const { id, line } of changed)
    if (!(await idsIn(change(line))).includes(id)) missed.push(`${id}: ${change(line)}`);

  expect(changed.length).toBeGreaterThan(20);
  expect({ missed: missed.length > changed.length * lost ? missed : [] }).toEqual({ missed: [] });
});

test.each([
  ['a placeholder alone', 'warning: [my ip]: SASL LOGIN authentication failed: UGFzc3dvcmQ6', 'dovecot/wrong-password'],
  [
    'a reply without the client that Postfix names in it',
    '554 5.7.1 Client host rejected: Access denied',
    'relay-refused/submission-without-login',
  ],
  [
    'a placeholder of any kind behind a host',
    'TLS is required, but was not offered by host smtp.example.net[%Global IP%]',
    'relay-client/tls-not-offered',
  ],
  [
    'an IPv6 address with a part taken out',
    'postfix/smtpd[3]: disconnect from unknown[2001:db8:103a:xxxx:c8db::1] ehlo=1 auth=0/1 commands=1/2',
    'client/guessing',
  ],
  [
    'the words of musl for an error',
    'postfix/smtp[95]: connect to mx.example.com[2001:db8:4003:c05::1a]:25: Network unreachable',
    'relay-client/no-way-by-ipv6',
  ],
  [
    'no colon behind the process',
    'INFO    postfix/smtp[226] connect to mx.example.net[192.0.2.9]:587: Operation timed out',
    'relay-client/relayhost-does-not-answer',
  ],
  [
    'a reply of several lines, the first of which ends in said:',
    'status=deferred (host mx.example.net[192.0.2.9] said:\n  421-4.7.28 Our system has detected an unusual rate of\n  421-4.7.28 unsolicited mail originating from your IP address. (in reply to end of DATA command))',
    'relay-client/taken-for-spam',
  ],
  [
    'lines in a string, the last of which tells',
    '{"stderr": "postmap: warning: /etc/postfix/main.cf, line 5: overriding earlier entry: biff=no\\npostmap: fatal: bad string length 0 < 1: myhostname = "}',
    'permissions/parameter-malformed',
  ],
])('%s', async (_what, text, id) => {
  expect(await idsIn(text)).toContain(id);
});

test('a line that may have gone on in several ways is none of them for certain', async () => {
  const { findings } = await diagnose(catalogue, {
    logs: [
      pastedLog(
        'a paste',
        'postfix/smtpd[9]: NOQUEUE: reject: RCPT from a.example[198.51.100.7]: 450 4.1.2 <x@b.example>: Recipient addr\n',
      ),
    ],
    facts: noFacts,
  });

  expect(findings.length).toBeGreaterThan(1);
  expect(findings.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
});

test('nothing is read into an outcome of which nothing has been said yet', async () => {
  expect(
    await idsIn('4Q1: to=<bob@example.com>, relay=a.example[192.0.2.30]:25, dsn=5.0.0, status=bounced (host'),
  ).toEqual([]);
});

async function idsIn(text: string): Promise<readonly string[]> {
  const { findings, harmless } = await diagnose(catalogue, {
    logs: [pastedLog('a paste', `${text}\n`)],
    facts: noFacts,
  });
  return [...findings, ...harmless].map(({ mode }) => mode.id);
}
