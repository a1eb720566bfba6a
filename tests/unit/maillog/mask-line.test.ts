import { maskLine } from '../../../helpers/maillog/mask-line';

test.each([
  ['fatal: open sasl_passwd: No such file or directory', 'fatal: open sasl_passwd: No such file or directory'],
  ['bind_pw: Operation-42, and password=mismatched', 'bind_pw: <secret>, and password=<secret>'],
  [
    'pop3: Error: Internal auth failure (client-pid=53414 client-id=1)',
    'pop3: Error: Internal auth failure (client-pid=53414 client-id=1)',
  ],
  ['< unknown[192.0.2.1]: AUTH PLAIN AGFsaWNlAHNlY3JldA==', '< unknown[192.0.2.1]: AUTH PLAIN <secret>'],
  ['< unknown[192.0.2.1]: c2VjcmV0', '< unknown[192.0.2.1]: <secret>'],
  ['< unknown[192.0.2.1]: QUIT', '< unknown[192.0.2.1]: QUIT'],
  ['> unknown[192.0.2.1]: 334 PDEyMzRAaG9zdD4=', '> unknown[192.0.2.1]: 334 <challenge>'],
  ['> unknown[192.0.2.1]: 334 UGFzc3dvcmQ6', '> unknown[192.0.2.1]: 334 UGFzc3dvcmQ6'],
  ['sasl_method PLAIN, init_response AGFsaWNl', 'sasl_method PLAIN, init_response <secret>'],
  [
    'warning: improper command pipelining after AUTH from x[1]: AGFs',
    'warning: improper command pipelining after AUTH from x[1]: <secret>',
  ],
  [
    'auth: Debug: client in: AUTH 1 PLAIN service=smtp resp=AGFsaWNl',
    'auth: Debug: client in: AUTH 1 PLAIN service=smtp resp=<secret>',
  ],
  [
    'sql(alice): Password mismatch (given password: hunter2)',
    'sql(alice): Password mismatch (given password: <secret>)',
  ],
  [
    'smtp failed-command command="AUTH PLAIN AGFsaWNlAGNvcnJlY3Q=" result="501"',
    'smtp failed-command command="AUTH PLAIN <secret>" result="501"',
  ],
  [
    'error,cmd: AUTH PLAIN AGFsaWNl: 535 Authentication rejected',
    'error,cmd: AUTH PLAIN <secret>: 535 Authentication rejected',
  ],
  ['AUTH decode64 error [-5 for "c2VjcmV0"], relay=x', 'AUTH decode64 error [-5 for "<secret>"], relay=x'],
  ['auth_rimap: sending A01 LOGIN "alice" "hunter2"', 'auth_rimap: sending A01 LOGIN "alice" <secret>'],
  [
    '[sasl-xoauth2]   TokenStore::Read: refresh=1//0gAbC, access=ya29.x, user=alice',
    '[sasl-xoauth2]   TokenStore::Read: refresh=<secret>, access=<secret>, user=alice',
  ],
  [
    'TokenStore::Refresh: request: client_id=i&client_secret=s3cret&refresh_token=1//0g&grant_type=refresh_token',
    'TokenStore::Refresh: request: client_id=i&client_secret=<secret>&refresh_token=<secret>&grant_type=refresh_token',
  ],
  ['code=200, response={"access_token": "ya29.x"}', 'code=200, response={"access_token": "<secret>"}'],
  [
    'Client::SendToken: response: user=alice\u0001auth=Bearer ya29.x\u0001\u0001',
    'Client::SendToken: response: user=alice\u0001auth=Bearer <secret>\u0001\u0001',
  ],
  ['hash:/etc/postfix/access: table lookup problem', 'hash:/etc/postfix/access: table lookup problem'],
  [
    'courieresmtpd: error,msg="535 Authentication failed.",cmd: AUTH PLAIN AGFsaWNlAHdyb25n alice',
    'courieresmtpd: error,msg="535 Authentication failed.",cmd: AUTH PLAIN <secret>',
  ],
  ['passwd-file(alice): pass=hunter2', 'passwd-file(alice): pass=<secret>'],
  ['hash {SHA512-CRYPT}$6$salt$abc', 'hash <secret>'],
  [
    'warning: SASL authentication failure: Password verification failed',
    'warning: SASL authentication failure: Password verification failed',
  ],
  [
    'warning: x: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    'warning: x: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
  ],
  [
    'warning: improper command pipelining after EHLO from x[1]: AUTH LOGIN\\r\\nYWxpY2U=\\r\\nY29ycmVjdA==\\r\\n',
    'warning: improper command pipelining after EHLO from x[1]: AUTH LOGIN <secret>',
  ],
  [
    'warning: improper command pipelining after CONNECT from x[1]: EHLO me\\r\\nAUTH PLAIN AGFs\\r\\nMAIL FROM:<a@b.c>\\r\\n',
    'warning: improper command pipelining after CONNECT from x[1]: EHLO me\\r\\nAUTH PLAIN <secret>',
  ],
  [
    'warning: improper command pipelining after UNKNOWN from x[1]: aHVudGVyMg==\\r\\nQUIT\\r\\n',
    'warning: improper command pipelining after UNKNOWN from x[1]: <secret>\\r\\nQUIT\\r\\n',
  ],
  [
    'improper command pipelining after EHLO from x[1]: MAIL FROM:<a@b.c>\\r\\nRCPT TO:<d@e.f>\\r\\nDATA\\r\\n',
    'improper command pipelining after EHLO from x[1]: MAIL FROM:<a@b.c>\\r\\nRCPT TO:<d@e.f>\\r\\nDATA\\r\\n',
  ],
  [
    '{"log":"improper command pipelining after EHLO from x[1]: AUTH LOGIN\\\\\\\\r\\\\\\\\nYWxpY2U=\\\\\\\\r\\\\\\\\n"}',
    '{"log":"improper command pipelining after EHLO from x[1]: AUTH LOGIN <secret>',
  ],
  ['warning: x[1]: request longer than 12288: AGFsaWNlAHh4...', 'warning: x[1]: request longer than 12288: <secret>'],
  [
    'warning: x[1]: request longer than 2048: AUTH PLAIN AGFsaWNlAHh4...',
    'warning: x[1]: request longer than 2048: AUTH PLAIN <secret>',
  ],
  [
    'warning: x[1]: request longer than 2048: RCPT TO:<a@b.c>',
    'warning: x[1]: request longer than 2048: RCPT TO:<a@b.c>',
  ],
  ['warning: non-SMTP command from x[1]: GET / HTTP/1.1', 'warning: non-SMTP command from x[1]: GET / HTTP/1.1'],
  ['warning: non-SMTP command from x[1]: Subject: hello', 'warning: non-SMTP command from x[1]: Subject: hello'],
  ['warning: non-SMTP command from x[1]: aHVudGVyMg==', 'warning: non-SMTP command from x[1]: <secret>'],
  ['< unknown[192.0.2.1]: correct horse', '< unknown[192.0.2.1]: <secret>'],
  ['< unknown[192.0.2.1]: AUTH LOGIN', '< unknown[192.0.2.1]: AUTH LOGIN'],
  ['< unknown[192.0.2.1]: auth login YWxpY2U=', '< unknown[192.0.2.1]: auth login <secret>'],
  ['< unknown[192.0.2.1]: MAIL FROM:<a@b.c> AUTH=<>', '< unknown[192.0.2.1]: MAIL FROM:<a@b.c> AUTH=<>'],
  ['AUTH PLAIN correct horse', 'AUTH PLAIN <secret>'],
  ['250-AUTH PLAIN LOGIN CRAM-MD5', '250-AUTH PLAIN LOGIN CRAM-MD5'],
  ['lost connection after AUTH from x[1]', 'lost connection after AUTH from x[1]'],
  [
    '8a2f smtp failed-command command="YWxpY2U=" result="500 5.5.1 Invalid command"',
    '8a2f smtp failed-command command="<secret>" result="500 5.5.1 Invalid command"',
  ],
  [
    '[INFO] [4F3E.1] [core] hook=unrecognized_command plugin=auth/flat_file params="aHVudGVyMg==" retval=OK',
    '[INFO] [4F3E.1] [core] hook=unrecognized_command plugin=auth/flat_file params="<secret>" retval=OK',
  ],
  ['[PROTOCOL] [4F3E.1] [core] C: aHVudGVyMg== state=1', '[PROTOCOL] [4F3E.1] [core] C: <secret> state=1'],
  [
    'auth: sql(alice): Password mismatch (given password: hunter 2, (really))',
    'auth: sql(alice): Password mismatch (given password: <secret>)',
  ],
  ['auth: Debug: client in: CONT 1 AGFsaWNl', 'auth: Debug: client in: CONT 1 <secret>'],
  ['sql_passwd: hunter2', 'sql_passwd: <secret>'],
  ['ldap_bind_pw: hunter2', 'ldap_bind_pw: <secret>'],
  ['smtp_sasl_password_maps = static:alice:hunter2', 'smtp_sasl_password_maps = static:alice:<secret>'],
  [
    'smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd',
    'smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd',
  ],
])('%s', (line, masked) => {
  expect(maskLine(line)).toBe(masked);
});

test('what is a secret only without the one that stood before it is masked too', () => {
  // The hash takes the first quote with it.
  const line = '{CRYPT}command="B8C341767CC: command="[x@1 y="a"]';

  expect(maskLine(line)).toBe('<secret> command="<secret>"a"]');
});
