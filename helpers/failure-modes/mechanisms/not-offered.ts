import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { mechanismNotOffered } from '../client/shared/session-notes';
import { saslOption } from '../shared/facts';
import { mechList, noMechanism, notAvailable, notFound } from './shared/refusals';

const passwords = 'PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-\\S+';

const noComma = saslOption('mech_list', /^[^,]*$/, 'mech_list of smtpd.conf has no comma');

export const mode: FailureMode = {
  id: 'mechanisms/not-offered',
  kind: 'client',
  title: 'a client uses a mechanism that the server does not offer',
  cause:
    'The client does not go by the AUTH line of EHLO: many devices and some programs know LOGIN only and try it anyway. The server has it neither in mech_list nor, perhaps, installed; the packages of CentOS bring PLAIN and LOGIN apart from CRAM-MD5 and DIGEST-MD5. Exchange offers LOGIN inside TLS only, or, at a connector without basic authentication, not at all.',
  symptoms: {
    log: [
      notFound(passwords, 'LOGIN', 'suggests'),
      notAvailable,
      mechanismNotOffered,
      // What other servers answer, and the client shows.
      clientGets(
        /(?:^|[^\d.])504[- ](?:5\.[57]\.4 )?(?:Unrecogni[sz]ed authentication type|Unrecogni[sz]ed authentication mechanism|Authentication mechanism not supported|AUTH mechanism \S+ not available)/i,
        'Error authenticating SMTP: 504 5.7.4 Unrecognized authentication type',
      ),
    ],
    facts: [noComma],
    client: noMechanism,
  },
  repair: {
    words: 'Offer what the client can do, LOGIN being the usual one, or set the client to another method.',
    commands: [
      "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'yum install cyrus-sasl-plain   # if it is not installed; Debian: apt-get install libsasl2-modules',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "printf 'mech_list: plain\\n' >/etc/sasl2/smtpd.conf",
    provoke: [{ kind: 'lines', lines: ['AUTH LOGIN'] }],
    repair: mechList('plain login'),
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/47',
    'https://www.rfc-editor.org/rfc/rfc4954#section-4',
  ],
};
