import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { loginRefused } from '../shared/saslauthd';

export const mode: FailureMode = {
  id: 'mechanisms/digest-realm-changed',
  kind: 'client',
  title: 'a DIGEST-MD5 login is ended because the client’s answer does not fit what the server has offered',
  cause:
    'The client must answer with the realm that the server names, which Postfix takes from smtpd_sasl_local_domain or $myhostname. "Realm changed": it has another one set, most often that of before the server was renamed. "Bad digest-uri": it speaks of another service. A nonce or its count that does not fit is an old challenge used again. RFC 6331 has retired DIGEST-MD5, and Cyrus SASL is dropping it.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication failure: realm changed: authentication aborted$/,
        specimen: 'postfix/smtpd[4630]: warning: SASL authentication failure: realm changed: authentication aborted',
        strength: 'names',
      },
      loginRefused,
      {
        pattern:
          /^warning: SASL authentication failure: (?:bad digest-uri: doesn't match service|incorrect nonce-count: authentication aborted|server nonce expired|no way to obtain DIGEST-MD5 realm)$/,
        specimen: "postfix/smtpd[12]: warning: SASL authentication failure: bad digest-uri: doesn't match service",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Clear the realm in the client, or stop offering DIGEST-MD5.',
    commands: [
      "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  unreproduced:
    'Cyrus SASL 2.1.28 takes another realm for that of another user and refuses as with an unknown name; the line is ' +
    'from reports of older versions.',
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc2831#section-2.1.2', 'https://www.rfc-editor.org/rfc/rfc6331'],
};
