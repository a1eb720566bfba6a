import { composeMessage } from '../../../helpers/smtp/messages';

const parts = { from: 'alice@example.test', to: ['bob@example.net'], token: 'token-1' };

test('A message has what RFC 5322 asks for, and the token by which a sink knows it', () => {
  const { headers, body } = read(composeMessage(parts));

  expect(headers).toMatchObject({
    From: '<alice@example.test>',
    To: '<bob@example.net>',
    'Message-ID': expect.stringMatching(/^<[^@\s]+@harness\.example>$/),
    'X-Harness-Token': 'token-1',
    'Content-Transfer-Encoding': '7bit',
  });
  expect(headers.Date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  expect(body).toBe('This is a test message.\r\n');
});

test('No two messages have the same Message-ID', () => {
  const ids = [composeMessage(parts), composeMessage(parts)].map((message) => read(message).headers['Message-ID']);

  expect(ids[0]).not.toBe(ids[1]);
});

test('Every line ends with CRLF, whatever the body had', () => {
  const message = composeMessage({
    ...parts,
    to: ['a@example.net', 'b@example.net'],
    body: 'one\ntwo\rthree\r\n.\r\n',
  });

  expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(read(message).body).toBe('one\r\ntwo\r\nthree\r\n.\r\n');
});

test('A body beyond ASCII says that it has 8 bits', () => {
  expect(read(composeMessage({ ...parts, body: 'Grüße' })).headers['Content-Transfer-Encoding']).toBe('8bit');
});

test('A message from nobody has an author all the same', () => {
  expect(read(composeMessage({ ...parts, from: '' })).headers.From).toBe('<mailer-daemon@harness.example>');
});

test('An address under test adds no header field', () => {
  expect(read(composeMessage({ ...parts, to: ['a@example.net>\r\nBcc: <b@example.net'] })).headers.Bcc).toBeUndefined();
});

function read(message: string): { headers: Record<string, string>; body: string } {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const fields = head.replace(/\r\n\s+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(fields.map((field) => field.split(/: (.*)/s)));
  return { headers, body: rest.join('\r\n\r\n') };
}
