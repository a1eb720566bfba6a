import { maskLine } from '../../../helpers/maillog/mask-line';

test.each([
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
    'error,cmd: AUTH PLAIN <secret> 535 Authentication rejected',
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
])('%s', (line, masked) => {
  expect(maskLine(line)).toBe(masked);
});
