import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { droppedWithoutGreeting, securityOption } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';
import { filtered, offers } from './shared/filtered-mechanisms';

export const mode: FailureMode = {
  id: 'no-mechanisms/mutual-auth',
  kind: 'fault',
  title: 'mutual_auth is asked for, and no mechanism here proves the server to the client',
  cause:
    '`mutual_auth` leaves only mechanisms in which the server, too, shows that it knows the password: DIGEST-MD5, SCRAM ' +
    'and GSSAPI. Where mech_list or the installed plug-ins have none of them, nothing remains and smtpd ends.',
  symptoms: {
    log: filtered,
    facts: [
      securityOption('smtpd_sasl_security_options', ['mutual_auth']),
      offers('SASL has neither DIGEST-MD5 nor SCRAM nor GSSAPI to offer', (names) => {
        return !names.some((name) => /^(?:DIGEST-MD5|SCRAM-|GSSAPI|GSS-SPNEGO|GS2-)/.test(name));
      }),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words:
      'Take the option away (TLS with a certificate proves the server), or install cyrus-sasl-md5 or cyrus-sasl-scram.',
    commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login cram-md5\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,mutual_auth`,
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [`${manual}#smtpd_sasl_security_options`],
};
