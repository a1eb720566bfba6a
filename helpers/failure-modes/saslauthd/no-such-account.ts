import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { loginWith, refusedByBackEnd, saslManual } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { answersNo } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/no-such-account',
  kind: 'client',
  title: 'a client logs in with a name that has no system account, or none in /etc/shadow',
  cause:
    'saslauthd looks for system accounts, and there is none of that name: it is mistyped, the user is only in ' +
    'sasldb2, which saslauthd does not read, or somebody tries names.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=[^\]@]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=(?:shadow|getpwent)\] \[reason=(?:Invalid username|Unknown)\]$/,
        '[user=carol] [service=smtp] [realm=example.test] [mech=shadow] [reason=Invalid username]',
        'names',
      ),
      verificationFailed,
      loginRefused,
      answersNo,
      {
        // Plesk’s.
        pattern: /No such user '[^']*' in mail authorization database/,
        specimen: "plesk-saslauthd[12]: No such user 'alice@example.test' in mail authorization database",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /\[mech=shadow\] \[reason=Invalid shadow username\]$/,
        specimen:
          'saslauthd[9]: do_auth         : auth failure: [user=alice] [service=smtp] [realm=] [mech=shadow] [reason=Invalid shadow username]',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Correct the name in the client, make the account, or have the passwords checked where the users are.',
    commands: ['getent passwd carol', 'sasldblistusers2', 'useradd --shell /sbin/nologin carol && passwd carol'],
  },
  reproduction: { inject: writeShippedSmtpdConf, provoke: [loginWith('secret', 'carol')], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [saslManual],
};
