import { maskLogLine } from '../../../helpers/smtp/mask-log-line';

test.each([
  [
    'smtp failed-command command="AUTH PLAIN AGFsaWNlAGNvcnJlY3Q=" result="501"',
    'smtp failed-command command="AUTH PLAIN <secret>" result="501"',
  ],
  [
    'error,cmd: AUTH PLAIN AGFsaWNl: 535 Authentication rejected',
    'error,cmd: AUTH PLAIN <secret>: 535 Authentication rejected',
  ],
  ['AUTH PLAIN =', 'AUTH PLAIN ='],
  ['offered AUTH PLAIN', 'offered AUTH PLAIN'],
  ['no password like correct-horse was seen', 'no password like <secret> was seen'],
])('%j is shown as %j', (line, shown) => {
  expect(maskLogLine(line, 'correct-horse')).toBe(shown);
});
