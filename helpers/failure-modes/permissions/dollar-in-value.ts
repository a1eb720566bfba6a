import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { dollarToNothing } from './shared/dollars';

export const mode: FailureMode = {
  id: 'permissions/dollar-in-value',
  kind: 'fault',
  title: 'a value in main.cf has a $ that Postfix can’t resolve',
  cause:
    'Postfix takes $name for the value of the parameter `name` wherever it stands, so that a password or a pattern with a $ in it is read as something else; behind a $ that no name follows, and where a parameter leads back to itself (“nesting”), every program that uses the value ends. Passwords do not belong in main.cf for that and because everybody can read it.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: dictionary mail_dict: macro processing error$/,
        specimen: 'postfix/smtp[2406]: fatal: dictionary mail_dict: macro processing error',
        strength: 'names',
      },
      dollarToNothing,
      throttled,
    ],
    facts: [],
    client: 'Silence for up to a minute, then the connection closes; or mail that waits.',
  },
  repair: {
    words: 'Write $$ for a $; better, keep the password in a table of its own, where a $ is a $.',
    commands: [
      'postconf -n 2>&1 | grep -F "$"',
      "echo '[smtp.example.test]:587 alice:pa$word' >/etc/postfix/relay_password",
      'postmap /etc/postfix/relay_password',
    ],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_banner = $myhostname ESMTP $!'`,
    provoke: [mailOfUser],
    repair: `postconf -e 'smtpd_banner = $myhostname ESMTP'`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html',
    'https://www.postfix.org/SASL_README.html#client_sasl_enable',
  ],
};
