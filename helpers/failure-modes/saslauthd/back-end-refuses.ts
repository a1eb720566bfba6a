import type { FailureMode } from '../../model/failure-mode';
import { cyrusRefuses } from '../shared/cyrus-imap';
import { refusedByBackEnd } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { answersNo } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/back-end-refuses',
  kind: 'fault',
  title: 'saslauthd’s back end does not let the user in',
  cause:
    'saslauthd runs and answers: its back end, another IMAP server (rimap), its own sasldb, Kerberos, a web page (httpform) or Zimbra, does not take this user and password, or can not be reached. The reason in brackets is all that it tells.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=.*\] \[mech=(?:rimap|sasldb|kerberos5|httpform|dce|sia)\] \[reason=(?!.*(?:PRIVACYREQUIRED|[Cc]lear-?text|[Pp]laintext|Unexpected response from remote))/,
        '[user=alice] [service=smtp] [realm=] [mech=rimap] [reason=remote server rejected your credentials]',
        'names',
      ),
      { ...loginRefused, strength: 'suggests' },
      { ...verificationFailed, strength: 'accompanies' },
      answersNo,
      cyrusRefuses,
      {
        // Zimbra’s.
        pattern: /auth_zimbra: \S+ auth failed: /,
        specimen: 'saslauthd[12]: auth_zimbra: alice auth failed: authentication failed for [alice]',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Ask saslauthd by hand, with the same service and with and without the realm, and then its back end.',
    commands: [
      'testsaslauthd -s smtp -u alice -p PASSWORD',
      'testsaslauthd -s smtp -u alice -r example.test -p PASSWORD',
      'pgrep -a saslauthd',
    ],
  },
  unreproduced: 'The reference servers have none of these back ends.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
