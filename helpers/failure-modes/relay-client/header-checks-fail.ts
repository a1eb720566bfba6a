import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { password, smarthost } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/header-checks-fail',
  kind: 'fault',
  title: 'a table of the client’s header or body checks can not be asked',
  cause:
    'smtp_header_checks, smtp_mime_header_checks, smtp_nested_header_checks or smtp_body_checks name a table that is not there, of a type that is not installed, or that has a mistake. The mail is put off.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \w+: smtp (?:header|body) checks lookup error$/,
        specimen: 'postfix/smtp[9]: warning: 4QTz1: smtp header checks lookup error',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Ask the table by hand; the line before it says what is wrong.',
    commands: [
      'postconf -n | grep -E "smtp_.*_checks"',
      'postmap -q "Subject: test" regexp:/etc/postfix/smtp_header_checks',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e 'smtp_header_checks = regexp:/etc/postfix/none'`,
    provoke: [mailFromInside],
    repair: 'postconf -X smtp_header_checks',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/header_checks.5.html'],
};
