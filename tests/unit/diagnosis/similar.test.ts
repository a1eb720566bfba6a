import { similarModes } from '../../../helpers/diagnosis/similar';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { topics } from '../../../helpers/failure-modes/topics';

/** Lines that no sign knows, as a program might write them tomorrow, and what they may come from. */
const ledTo = [
  ['the mail gateway presented a certificate that expired last week', 'client/certificate-not-trusted'],
  ['TLS upgrade refused: peer answered STARTTLS with 502', 'client/starttls-not-offered'],
  ['mailer: could not look up host smtp.example.test', 'client/server-name-not-found'],
  ['mailer: dialing port 587 was actively refused', 'client/nothing-listens'],
  ['no response from mail server within 30 seconds', 'client/connection-times-out'],
  ['credentials rejected by the outgoing server', 'client/login-refused'],
  ['the server wants a login first, and none is configured', 'client/sends-without-login'],
  [
    'the peer has no authentication mechanism that we support, mechanism list unsupported',
    'client/no-mechanism-in-common',
  ],
  [
    '550 sorry, this sender may not be used with your account, sender address not authorized',
    'relay-client/sender-not-allowed',
  ],
  ['550 we do not relay for strangers', 'client/sends-without-login'],
  [
    'Nov 29 10:00:00 mail postfix/smtp[9]: warning: unheard-of trouble: certificate not trusted',
    'relay-client/certificate-not-trusted',
  ],
  ['Nov 29 10:00:00 mail dovecot: auth: Error: unheard-of trouble: database query failed', 'dovecot/database-fails'],
  [
    'Nov 29 10:00:00 mail exim[9]: unheard-of trouble: cannot open /etc/exim4/exim.key: Permission denied',
    'exim/certificate-unusable',
  ],
  ['Nov 29 10:00:00 mail smtpd[9]: info: nothing', undefined],
  ['Nov 29 10:00:00 mail postfix/smtpd[9]: connect from client.example.test[192.0.2.1]', undefined],
] as const;

test.each(ledTo)('%s', (text, id) => {
  const led = similarModes(catalogue, [{ file: 'paste', line: 1, text }]).flatMap(({ modes }) => modes);

  if (id === undefined) expect(led).toEqual([]);
  else expect(led.map((mode) => mode.id)).toContain(id);
});

test('a line of one server is not led to what only another one has', () => {
  const text = 'Nov 29 10:00:00 mail postfix/smtp[9]: warning: unheard-of trouble: certificate not trusted';

  const [{ modes } = { modes: [] }] = similarModes(catalogue, [{ file: 'paste', line: 1, text }]);

  expect(modes.filter(({ id }) => !/^(?:relay-client|delivery|permissions|dns)\//.test(id))).toEqual([]);
});

test('what has been found is not told again', () => {
  const text = 'mailer: credentials rejected by the outgoing server';
  const mode = catalogue.find(({ id }) => id === 'client/login-refused');
  if (!mode) throw new Error('no such mode');
  const found = { mode, confidence: 'possible', lines: 1, first: undefined, last: undefined } as const;

  const led = similarModes(
    catalogue,
    [{ file: 'paste', line: 1, text }],
    [{ ...found, evidence: [], facts: [], rivals: [], undecided: [] }],
  );

  expect(led.flatMap(({ modes }) => modes)).not.toContain(mode);
});

test('every mode that a topic leads to exists, once', () => {
  const known = new Set(catalogue.map(({ id }) => id));

  expect(topics.flatMap(({ modes }) => modes.filter((id) => !known.has(id)))).toEqual([]);
  for (const { modes } of topics) expect(new Set(modes).size).toBe(modes.length);
});
