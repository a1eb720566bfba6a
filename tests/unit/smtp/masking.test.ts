import { maskClientLine, maskServerLine, nothingMasked, remember, withoutSecrets } from '../../../helpers/smtp/masking';

test('PLAIN with an initial response keeps its secret', () => {
  expect(masked('C: AUTH PLAIN AGFsaWNlAFBhc3N3MHJkIQ==', 'S: 235 2.7.0 Authentication successful', 'C: QUIT')).toEqual(
    ['AUTH PLAIN <secret>', '235 2.7.0 Authentication successful', 'QUIT'],
  );
});

test('LOGIN shows the well-known prompts and neither user nor password', () => {
  expect(
    masked(
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: bWl0c3V5YQ==',
      'S: 334 UGFzc3dvcmQ6',
      'C: UGFzc3cwcmQh',
      'S: 535 5.7.8 Error: authentication failed: authentication failure',
      'C: MAIL FROM:<a@example.org>',
    ),
  ).toEqual([
    'AUTH LOGIN',
    '334 VXNlcm5hbWU6',
    '<secret>',
    '334 UGFzc3dvcmQ6',
    '<secret>',
    '535 5.7.8 Error: authentication failed: authentication failure',
    'MAIL FROM:<a@example.org>',
  ]);
});

test('A challenge is masked as well as its response: together they would do to guess the password', () => {
  expect(masked('C: AUTH CRAM-MD5', 'S: 334 PDM4MDQ1MTA1OTE+', 'C: YWxpY2UgOTIxZDI3OA==')).toEqual([
    'AUTH CRAM-MD5',
    '334 <challenge>',
    '<secret>',
  ]);
});

test.each([
  ['AUTH PLAIN =', 'AUTH PLAIN ='],
  ['AUTH PLAIN', 'AUTH PLAIN'],
  ['AUTH', 'AUTH'],
  ['auth plain AGFsaWNlAHg=', 'auth plain <secret>'],
  ['  AUTH\tPLAIN\tAGFsaWNlAHg=', '  AUTH\tPLAIN\t<secret>'],
  ['AUTH PLAIN AGFsaWNl AHg= ', 'AUTH PLAIN <secret> <secret> '],
  ['AUTH PLAIN x\nAGFsaWNlAHg=', 'AUTH PLAIN <secret>\n<secret>'],
  ['EHLO AUTH PLAIN secret', 'EHLO AUTH PLAIN secret'],
])('%j becomes %j', (line, text) => {
  expect(maskClientLine(line, nothingMasked).text).toBe(text);
});

test.each(['', '*', '='])('Within an exchange %j is no secret', (line) => {
  expect(masked('C: AUTH PLAIN', 'S: 334 ', `C: ${line}`)).toEqual(['AUTH PLAIN', '334 ', line]);
});

test('An exchange lasts to the last line of its final reply', () => {
  expect(masked('C: AUTH LOGIN', 'S: 535-5.7.8 no', 'C: cGFzc3dvcmQ=', 'S: 535 5.7.8 no', 'C: RSET')).toEqual([
    'AUTH LOGIN',
    '535-5.7.8 no',
    '<secret>',
    '535 5.7.8 no',
    'RSET',
  ]);
});

test('The reply to a command pipelined before AUTH does not end the exchange', () => {
  expect(masked('C: NOOP', 'C: AUTH LOGIN', 'S: 250 Ok', 'S: 334 VXNlcm5hbWU6', 'C: bWl0c3V5YQ==')).toEqual([
    'NOOP',
    'AUTH LOGIN',
    '250 Ok',
    '334 VXNlcm5hbWU6',
    '<secret>',
  ]);
});

test('A server that quotes what it does not understand gives nothing away', () => {
  expect(masked('C: AUTH PLAIN AGFsaWNlAHg=', 'S: 500 5.5.1 Command unrecognized: "AUTH PLAIN AGFsaWNlAHg="')).toEqual([
    'AUTH PLAIN <secret>',
    '500 5.5.1 Command unrecognized: "AUTH PLAIN <secret>"',
  ]);
});

test('A word too short to be a secret is not looked for elsewhere', () => {
  expect(masked('C: AUTH PLAIN !!!', 'S: 535 bad protocol!!!')).toEqual(['AUTH PLAIN <secret>', '535 bad protocol!!!']);
});

test('What is remembered is masked wherever a server quotes it, each occurrence once', () => {
  const masking = remember(nothingMasked, ['secret', 'my.secret+token', 'c2VjcmV0']);

  expect(withoutSecrets('no such password secret, nor my.secret+token; nor c2VjcmV0', masking)).toBe(
    'no such password <secret>, nor <secret>; nor <secret>',
  );
  expect(withoutSecrets('my-secretXtoken', masking)).toBe('my-<secret>Xtoken');
  expect(withoutSecrets('AUTH PLAIN <secret>', masking)).toBe('AUTH PLAIN <secret>');
});

/** `C: ` marks lines of the client, `S: ` those of the server. */
function masked(...dialogue: string[]): string[] {
  let masking = nothingMasked;
  return dialogue.map((entry) => {
    const mask = entry.startsWith('C') ? maskClientLine : maskServerLine;
    const { text, masking: next } = mask(entry.slice(3), masking);
    masking = next;
    return text;
  });
}

test('A secret of many kilobytes is masked, and so is what stands beside it', () => {
  const giant = 'A'.repeat(65_536);

  expect(withoutSecrets(`${giant} and Passw0rd!`, remember(nothingMasked, [giant, 'Passw0rd!']))).toBe(
    '<secret> and <secret>',
  );
});
