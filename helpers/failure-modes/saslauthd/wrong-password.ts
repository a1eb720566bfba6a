import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { loginWith, refusedByBackEnd, saslManual } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { answersNo } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/wrong-password',
  kind: 'client',
  title: 'a user of saslauthd sends a password that is not that of the system account',
  cause:
    'saslauthd found the account in /etc/shadow, and the password does not match. Either it is mistyped, or it is the ' +
    'one of sasldb2, which is another. An account that is locked, or whose hash this system cannot compute, gives ' +
    'the same line.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=(?:shadow|getpwent)\] \[reason=Incorrect password\]$/,
        '[user=alice] [service=smtp] [realm=example.test] [mech=shadow] [reason=Incorrect password]',
        'names',
      ),
      verificationFailed,
      loginRefused,
      answersNo,
      {
        // Plesk’s, of a name that it does not have, too; a line of its own says so.
        pattern: /failed mail authentication attempt for user '[^']*' \(password len=/,
        specimen:
          "plesk-saslauthd[12]: failed mail authentication attempt for user 'alice@example.test' (password len=8)",
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words:
      'Try the password without Postfix; if it is refused there too, see whether the account is locked, and set a new one.',
    commands: ['testsaslauthd -u alice -p secret -s smtp', 'passwd -S alice', 'passwd alice'],
  },
  reproduction: { inject: writeShippedSmtpdConf, provoke: [loginWith('wrong')], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [saslManual],
};
