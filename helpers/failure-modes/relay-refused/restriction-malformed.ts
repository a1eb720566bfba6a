import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/restriction-malformed',
  kind: 'fault',
  title: 'a restriction has an argument that it can’t use, or a class is not defined',
  cause:
    'check_sender_access and its like want a table with its type, `hash:/etc/postfix/access`; a name in smtpd_restriction_classes wants a parameter of that name; what a table answers must be an action. smtpd refuses everything for now, or ends.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: restriction class `[^']*' needs a definition|^warning: restriction \S+: bad argument "[^"]*": need maptype:mapname|^warning: (?:SMTP reply code|DSN detail code) configuration error: |^warning: access table \S+ (?:entry \S+ (?:has |requires |causes )|has entry with lookup table)|^warning: specify one of \(.*\) before \S+ restriction/,
        specimen:
          'postfix/smtpd[3]: warning: restriction check_sender_access: bad argument "access": need maptype:mapname',
        strength: 'names',
        program: /smtpd$/,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Correct it; the line names the restriction.',
    commands: ['postconf -n | grep restrictions', 'postfix reload'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sender_restrictions = check_sender_access access'",
    provoke: [mailOfUser],
    repair: "postconf -e 'smtpd_sender_restrictions = reject_unknown_sender_domain'",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/RESTRICTION_CLASS_README.html', 'https://www.postfix.org/access.5.html'],
};
