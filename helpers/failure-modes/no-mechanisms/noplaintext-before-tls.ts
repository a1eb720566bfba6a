import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { droppedWithoutGreeting, securityOption } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';
import { filtered, onlyClearText } from './shared/filtered-mechanisms';

const loginBeforeTls: FactSign = {
  ...parameter('smtpd_tls_auth_only', /^(?!yes$)/i, 'smtpd_tls_auth_only is not yes', 'no'),
};

export const mode: FailureMode = {
  id: 'no-mechanisms/noplaintext-before-tls',
  kind: 'fault',
  title: 'noplaintext forbids PLAIN and LOGIN, and there is nothing else',
  cause:
    '`smtpd_sasl_security_options = noanonymous, noplaintext` forbids on an unencrypted connection what sends the ' +
    'password as it is. With PLAIN and LOGIN as the only mechanisms the list is empty when a client connects, long ' +
    'before STARTTLS, and smtpd ends. The option is meant together with CRAM-MD5 or the like.',
  symptoms: {
    log: filtered,
    facts: [securityOption('smtpd_sasl_security_options', ['noplaintext', 'noactive']), onlyClearText, loginBeforeTls],
    client: droppedWithoutGreeting,
  },
  repair: {
    words:
      'To keep passwords off unencrypted connections, hide AUTH there with smtpd_tls_auth_only, and let the options of ' +
      'TLS sessions be noanonymous.',
    commands: [
      'postconf -e smtpd_tls_auth_only=yes smtpd_sasl_tls_security_options=noanonymous',
      '# or, to allow clear text before TLS as well: postconf -e smtpd_sasl_security_options=noanonymous',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext`,
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [
    'https://github.com/canonical/ubuntu-server-documentation/pull/48',
    `${manual}#smtpd_sasl_security_options`,
  ],
};
