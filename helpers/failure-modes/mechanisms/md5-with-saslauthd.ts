import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { md5Refused } from '../client/shared/session-notes';
import { saslOption } from '../shared/facts';

import { mechList, noAuxprops, onlySaslauthd, refusedWith, withoutSasldb } from './shared/refusals';

export const mode: FailureMode = {
  id: 'mechanisms/md5-with-saslauthd',
  kind: 'fault',
  title: 'CRAM-MD5 and DIGEST-MD5 are offered, and the passwords are behind saslauthd',
  cause:
    'saslauthd can be asked only whether a password is right. CRAM-MD5 and DIGEST-MD5 never send it: the server must ' +
    'know it, and looks into sasldb2, where these users are not. PLAIN and LOGIN work, so it hits clients that ' +
    'prefer "encrypted password". Older Cyrus SASL says that there is no secret in the database, newer says nothing.',
  symptoms: {
    log: [
      refusedWith('CRAM-MD5|DIGEST-MD5', 'CRAM-MD5'),
      noAuxprops,
      md5Refused,
      {
        pattern:
          /^warning: SASL authentication failure: (?:empty secret|Have neither type of secret|No valid SCRAM-\S+ secret found)$|SASL \S+ authentication failed: user exists, but no verifier for user/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: Have neither type of secret',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^warning: \S+: SASL (?:CRAM|DIGEST)-MD5 authentication failed: bad protocol \/ cancel/,
        specimen:
          'postfix/smtpd[9]: warning: client.outside.example[198.51.100.7]: SASL CRAM-MD5 authentication failed: bad protocol / cancel, sasl_username=(unavailable)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [onlySaslauthd, saslOption('mech_list', /^$|-md5/i, 'mech_list is unset or names CRAM-MD5 or DIGEST-MD5')],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Offer PLAIN and LOGIN only, inside TLS; or keep the users in sasldb2.',
    commands: [
      "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `${writeShippedSmtpdConf}
${mechList('plain login cram-md5 digest-md5')}
${withoutSasldb}`,
    provoke: [
      { kind: 'mail', login: { mechanism: 'CRAM-MD5', password: 'right' } },
      { kind: 'mail', login: { mechanism: 'DIGEST-MD5', password: 'right' } },
    ],
    repair: mechList('plain login'),
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/cram-md5-on-587-before-tls', 'authenticated-relay/digest-md5-on-587-before-tls'],
  references: ['https://www.postfix.org/SASL_README.html#saslauthd', 'https://www.rfc-editor.org/rfc/rfc2195'],
};
