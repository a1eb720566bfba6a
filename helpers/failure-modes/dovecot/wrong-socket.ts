import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { config, dead, dovecotManual, listener, noGreeting, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/wrong-socket',
  kind: 'fault',
  title: 'smtpd, or a part of Dovecot, asks at a socket of Dovecot that is for something else',
  cause:
    'Dovecot takes what a socket is for from the end of its name: those that end in -userdb or -master serve other parts of Dovecot and speak another protocol. Where smtpd complains, smtpd_sasl_path names such a one, and smtpd finds no mechanisms there. Where Dovecot complains of a client socket, auth_socket_path, or what LMTP, doveadm or another program was given, names one that is for logins.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL: Connected to wrong auth socket \(auth-master instead of auth-client\)$/,
        specimen:
          'postfix/submission/smtpd[1162]: warning: SASL: Connected to wrong auth socket (auth-master instead of auth-client)',
        strength: 'names',
      },
      {
        pattern: /^auth: Error: auth-master client: BUG: Unknown command in userdb socket: CPID/,
        specimen:
          'dovecot: auth: Error: auth-master client: BUG: Unknown command in userdb socket: CPID?1162 (created 0 msecs ago, handshake 0 msecs ago)',
        strength: 'accompanies',
      },
      {
        pattern: /^warning: SASL: (?:Protocol version mismatch \(|Protocol (?:version )?error$)/,
        specimen: 'postfix/smtpd[1162]: warning: SASL: Protocol version mismatch (2 vs. 1)',
        strength: 'suggests',
        alternative: true,
      },
      ...stopsSmtpd,
      {
        pattern:
          /BUG: Authentication client sent unknown handshake command(?!: (?:GET|POST|HEAD|OPTIONS|EHLO|HELO)\b)|is an auth client socket\. It should be a master socket|Authentication client trying to connect to master socket/,
        specimen: 'dovecot: auth: Error: BUG: Authentication client sent unknown handshake command: REQUEST',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words: 'Let smtpd_sasl_path name the socket whose name has no such ending, usually private/auth.',
    commands: [
      'postconf -h smtpd_sasl_path; doveconf -n | grep -E "auth_socket_path|_listener"',
      'postconf -e smtpd_sasl_path=private/auth',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `cat >>${config} <<'END'
service auth {
${listener.replace('/auth ', '/auth-userdb ')}
}
END
postconf -e smtpd_sasl_path=private/auth-userdb`,
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_path=private/auth',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy: dead,
  references: [dovecotManual],
};
