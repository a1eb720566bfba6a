import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/refused-too-often',
  kind: 'client',
  title: 'a client is refused again and again in one session, until Postfix hangs up',
  cause:
    'After smtpd_hard_error_limit errors in one session (20, and 1 when the server is under stress) Postfix closes the ' +
    'connection. A list of recipients of whom many are not there, or a program that goes on after each refusal. The ' +
    'lines before say what was refused. UNKNOWN: it says what is no command, as a script that sends its mail after a failed DATA, a client of HTTP or a robot does; of these no line before tells.',
  symptoms: {
    log: [
      {
        pattern: /^(?:\w+: )?too many errors after (?!AUTH\b)[A-Z]+(?: \(\d+ bytes\))? from \S+$/,
        specimen: 'postfix/smtpd[632]: too many errors after RCPT from client.outside.example[198.51.100.7]',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: '421 4.7.0 mail.example.test Error: too many errors',
  },
  repair: { words: 'Mend what the refusals before it say. Don’t raise the limit.', commands: [] },
  reproduction: {
    inject: 'postconf -e smtpd_hard_error_limit=1',
    provoke: [{ kind: 'lines', lines: ['RCPT TO:<x@elsewhere.example>', 'RCPT TO:<y@elsewhere.example>'] }],
    repair: 'postconf -X smtpd_hard_error_limit',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [parameterManual('smtpd_hard_error_limit')],
};
