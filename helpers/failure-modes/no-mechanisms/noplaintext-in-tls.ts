import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { securityOption } from '../shared/sasl-mechanisms';
import { manual } from './shared/end-of-smtpd';
import { filtered, onlyClearText } from './shared/filtered-mechanisms';

const loginOnlyInTls = parameter('smtpd_tls_auth_only', /^yes$/i, 'smtpd_tls_auth_only is yes', 'no');

export const mode: FailureMode = {
  id: 'no-mechanisms/noplaintext-in-tls',
  kind: 'fault',
  title: 'noplaintext is in force inside TLS as well, and there is only PLAIN and LOGIN',
  cause:
    'smtpd_sasl_tls_security_options is a copy of smtpd_sasl_security_options unless it is set, so `noplaintext` also ' +
    'rules the sessions in which it serves no purpose. With smtpd_tls_auth_only nothing is wrong until the TLS ' +
    'handshake is over; then smtpd finds its list empty and ends in the middle of the session.',
  symptoms: {
    log: filtered,
    facts: [
      {
        words: 'the options of TLS sessions, set or inherited, have noplaintext',
        look: 'postconf smtpd_sasl_tls_security_options smtpd_sasl_security_options',
        holds: (facts) => {
          if (!facts.mainCf) return undefined;
          const own = facts.mainCf.get('smtpd_sasl_tls_security_options')?.value;
          const inherits = own === undefined || own.includes('$smtpd_sasl_security_options');
          const name = inherits ? 'smtpd_sasl_security_options' : 'smtpd_sasl_tls_security_options';
          return securityOption(name, ['noplaintext', 'noactive']).holds(facts);
        },
      },
      onlyClearText,
      loginOnlyInTls,
    ],
    client: 'Greeting, EHLO and the TLS handshake succeed; after the handshake the connection closes without a reply.',
  },
  repair: {
    words: 'Give the sessions in TLS options of their own, and restart Postfix.',
    commands: ['postconf -e smtpd_sasl_tls_security_options=noanonymous', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext smtpd_tls_auth_only=yes`,
    provoke: [{ ...mailOfUser, tls: 'starttls' }],
    repair:
      'postconf -e smtpd_sasl_tls_security_options=noanonymous smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=no',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
  references: [`${manual}#smtpd_sasl_tls_security_options`],
};
