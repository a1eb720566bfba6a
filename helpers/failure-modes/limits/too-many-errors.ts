import type { FailureMode } from '../../model/failure-mode';
import { endedAfterAuth } from '../shared/log-signs';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/too-many-errors',
  kind: 'client',
  title: 'a client goes on after its logins have failed, until Postfix hangs up',
  cause:
    'After smtpd_hard_error_limit errors in one session (20, and 1 when the server is under stress) Postfix closes ' +
    'the connection; from the tenth on it has answered late. A program repeats a wrong password, or a bot guesses; a robot also goes on where AUTH is not offered at all (503). Where the server’s own check of passwords is down (454), rightful users meet it.',
  symptoms: {
    log: [endedAfterAuth('too many errors')],
    facts: [],
    client: '421 4.7.0 mail.example.test Error: too many errors',
  },
  repair: { words: 'Correct name and password in the client. Don’t raise the limit.', commands: [] },
  reproduction: {
    inject: 'postconf -e smtpd_hard_error_limit=1',
    provoke: [{ kind: 'lines', lines: ['AUTH', 'AUTH', 'AUTH'] }],
    repair: 'postconf -X smtpd_hard_error_limit',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [parameterManual('smtpd_hard_error_limit'), 'https://github.com/chatmail/relay/issues/273'],
};
