import type { FailureMode } from '../../model/failure-mode';
import { saslOption } from '../shared/facts';
import { optionsManual } from './shared/refusals';

export const mode: FailureMode = {
  id: 'mechanisms/gssapi-without-keytab',
  kind: 'fault',
  title: 'GSSAPI is offered, and the server can’t accept a Kerberos login, most often for lack of a key',
  cause:
    'The GSSAPI plug-in is installed, often by a meta-package, and mech_list is not set, so it is offered, and clients that have a ticket choose it first. The line says why it fails: no keytab, or one that the user postfix may not read or that a chroot hides; no key in it for smtp and this host’s name, or an older one than the ticket’s; clocks that differ; a ticket that has expired.',
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
    words:
      'Where Kerberos is not meant, name the mechanisms that are, or remove the plug-in. Where it is, mend what the line names.',
    commands: [
      'klist -ket /etc/krb5.keytab; ls -lZ /etc/krb5.keytab; postconf -h import_environment; date',
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
