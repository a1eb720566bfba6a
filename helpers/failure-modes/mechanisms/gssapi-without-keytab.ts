import type { FailureMode } from '../../model/failure-mode';
import { saslOption } from '../shared/facts';
import { optionsManual } from './shared/refusals';

export const mode: FailureMode = {
  id: 'mechanisms/gssapi-without-keytab',
  kind: 'fault',
  title: 'GSSAPI is offered, and the server has no key of a Kerberos realm',
  cause:
    'The GSSAPI plug-in is installed, often by a meta-package, and mech_list is not set, so it is offered. Clients ' +
    'that have a ticket choose it first, and the server finds no keytab.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication failure: GSSAPI Error: /,
        specimen:
          "postfix/smtpd[2450]: warning: SASL authentication failure: GSSAPI Error: No credentials were supplied, or the credentials were unavailable or inaccessible (Key table file '/etc/krb5.keytab' not found)",
        strength: 'names',
        program: /smtpd$/,
      },
      {
        pattern:
          /(?:GSSAPI Error|gssapi\S*: While acquiring service credentials).*(?:No key table entry found|No principal in keytab|Wrong principal in request|[Kk]ey version (?:number )?.*not available)/,
        specimen:
          'dovecot: auth: Error: gssapi(?,203.0.113.4): While acquiring service credentials: No key table entry found matching smtp/mail.example.test',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [saslOption('mech_list', /^$|gs/i, 'mech_list is unset or names GSSAPI')],
    client: '454 4.7.0 Temporary authentication failure: generic failure; before Postfix 3.2: 535 5.7.8',
  },
  repair: {
    words: 'Name the mechanisms that are meant, or remove the plug-in.',
    commands: [
      "echo 'mech_list: plain login' >>/etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'yum remove cyrus-sasl-gssapi   # Debian: apt-get remove libsasl2-modules-gssapi-mit',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'The GSSAPI plug-in is a package of its own that the how-to’s server, and our images, do not have.',
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc4752', optionsManual],
};
