import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { saslOption } from '../shared/facts';

import { mechList, noAuxprops, onlySaslauthd, refusedWith, withoutSasldb } from './shared/refusals';

// base64 of `n,,n=alice,r=fyko-d2lbbFgONRv9qkxdawL`, without a password in it.
const scramFirst = 'biwsbj1hbGljZSxyPWZ5a28tZDJsYmJGZ09OUnY5cWt4ZGF3TA==';

export const mode: FailureMode = {
  id: 'mechanisms/scram-with-saslauthd',
  kind: 'fault',
  title: 'SCRAM is offered, and the passwords are behind saslauthd',
  cause:
    'As with CRAM-MD5, the server must know a secret of the user: SCRAM looks into sasldb2, and saslauthd is never ' +
    'asked. mech_list is not set or names SCRAM, and Debian’s libsasl2-modules brings it, so modern clients choose ' +
    'it first and fail.',
  symptoms: {
    log: [
      refusedWith('SCRAM-SHA-\\S+', 'SCRAM-SHA-256'),
      noAuxprops,
      {
        pattern:
          /^warning: SASL authentication failure: (?:empty secret|Have neither type of secret|No valid SCRAM-\S+ secret found)$|SASL \S+ authentication failed: user exists, but no verifier for user/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: Have neither type of secret',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [onlySaslauthd, saslOption('mech_list', /^$|scram/i, 'mech_list is unset or names SCRAM')],
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
    needs: '/usr/lib64/sasl2/libscram.so',
    inject: `${writeShippedSmtpdConf}
${mechList('plain login scram-sha-1')}
${withoutSasldb}`,
    provoke: [{ kind: 'lines', lines: [`AUTH SCRAM-SHA-1 ${scramFirst}`] }],
    repair: mechList('plain login'),
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/cyrusimap/cyrus-sasl/issues/545', 'https://www.rfc-editor.org/rfc/rfc5802'],
};
