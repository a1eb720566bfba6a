import type { FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import {
  config,
  connect,
  dead,
  dovecotManual,
  listener,
  noFile,
  noGreeting,
  socketManual,
  stopsSmtpd,
} from './dovecot-signs';
import { smtpdSetting } from './service-settings';
import { alone } from './signs';

const noPlaintextLeft = smtpdSetting(
  'smtpd_sasl_type is dovecot, and noplaintext is in force where AUTH is offered',
  'postconf smtpd_sasl_type smtpd_sasl_security_options smtpd_sasl_tls_security_options smtpd_tls_auth_only',
  (get) => {
    const inClear = get('smtpd_sasl_security_options');
    const inTls = get('smtpd_sasl_tls_security_options') || inClear;
    const offered = get('smtpd_tls_auth_only') === 'yes' ? [inTls] : [inClear, inTls];
    return get('smtpd_sasl_type') === 'dovecot' && offered.some((options) => /\bnoplaintext\b/.test(options));
  },
);

const typeForgotten = smtpdSetting(
  'smtpd_sasl_path names a socket of Dovecot, and smtpd_sasl_type is not dovecot',
  'postconf smtpd_sasl_type smtpd_sasl_path',
  (get) =>
    get('smtpd_sasl_type') !== 'dovecot' &&
    /^(?:private\/|inet:|unix:|\/.*(?:auth|dovecot))/.test(get('smtpd_sasl_path')),
);

/** Dovecot is well, and main.cf asks it for the wrong thing, or does not ask it at all. */
export const dovecotSettings: readonly FailureMode[] = [
  {
    id: 'dovecot/path-of-cyrus',
    kind: 'fault',
    title: 'smtpd_sasl_type is dovecot, and smtpd_sasl_path still is one for Cyrus SASL',
    cause:
      'For Cyrus SASL, smtpd_sasl_path is the name of a configuration file, smtpd by default; for Dovecot it is a socket. ' +
      'Only the type was changed, so smtpd takes the name, or a list of folders, for a socket in the queue directory.',
    symptoms: {
      log: [
        connect(`(?:smtpd|/(?:etc|usr)/[^' ]*|[^' ]+:/[^' ]*)`, noFile, `'smtpd' failed: ${noFile}`, 'names'),
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Name the socket that Dovecot makes for Postfix.',
      commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'postconf -X smtpd_sasl_path',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_path=private/auth',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [socketManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/1049'],
  },
  {
    id: 'dovecot/wrong-socket',
    kind: 'fault',
    title: 'smtpd_sasl_path names a socket of Dovecot that is not for logins',
    cause:
      'Dovecot takes what a socket is for from the end of its name: those that end in -userdb or -master serve other ' +
      'parts of Dovecot and speak another protocol. smtpd finds no mechanisms there.',
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
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Let smtpd_sasl_path name the socket whose name has no such ending, usually private/auth.',
      commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
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
  },
  {
    id: 'dovecot/noplaintext',
    kind: 'fault',
    title: 'noplaintext takes away every mechanism that Dovecot offers',
    cause:
      'Dovecot offers PLAIN, often LOGIN too, and seldom more, as its passwords are stored as hashes. ' +
      'smtpd_sasl_security_options = noplaintext removes just these. smtpd ends with "no SASL authentication mechanisms" ' +
      'and, other than with Cyrus SASL, no line before it says why.',
    symptoms: {
      log: stopsSmtpd,
      facts: [alone(noPlaintextLeft)],
      client: noGreeting,
    },
    repair: {
      words: 'Take noplaintext away, and protect passwords with TLS instead.',
      commands: [
        'postconf -e smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=yes',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'postconf -e smtpd_sasl_security_options=noanonymous,noplaintext',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_sasl_security_options',
      'https://github.com/docker-mailserver/docker-mailserver/issues/226',
    ],
  },
  {
    id: 'dovecot/type-is-cyrus',
    kind: 'fault',
    title: 'smtpd_sasl_path names Dovecot’s socket, and smtpd_sasl_type still is cyrus',
    cause:
      'smtpd_sasl_type is cyrus by default, also where only smtpd_sasl_path was set for Dovecot. Cyrus SASL takes the ' +
      'path for the name of a configuration file, doesn’t find it, offers all its plug-ins and looks for users in ' +
      'sasldb2, which has none of them. Nothing of it reaches Dovecot, and Dovecot’s log shows no attempt.',
    symptoms: {
      log: [
        {
          pattern: /^warning: \S+: SASL \S+ authentication failed: authentication failure(?:, sasl_username=.*)?$/,
          specimen:
            'postfix/submission/smtpd[81]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: authentication failure, sasl_username=alice@example.test',
          strength: 'accompanies',
        },
      ],
      facts: [alone(typeForgotten)],
      client:
        '535 5.7.8 Error: authentication failed: authentication failure; AUTH lists mechanisms that Dovecot has not.',
    },
    repair: {
      words: 'Set both parameters.',
      commands: ['postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      // A sasldb2 that is in order, with another user: without one, that it is missing would be true as well.
      inject: `echo secret | saslpasswd2 -p -c -u example.test carol
chgrp postfix /etc/sasldb2
chmod 640 /etc/sasldb2
postconf -X smtpd_sasl_type`,
      provoke: [],
      repair: `rm /etc/sasldb2
postconf -e smtpd_sasl_type=dovecot`,
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      socketManual,
      'https://github.com/docker-mailserver/docker-mailserver/issues/1049',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1345',
    ],
  },
];
