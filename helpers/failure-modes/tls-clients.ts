import type { ClientStep, FailureMode, LogSign } from '../model/failure-mode';
import { relayDenied, usersMayRelay } from './relay-denied';
import { postfixSmtpd } from './restriction-lists';
import { noSmtpdSetting } from './service-settings';

const handshake = (text: RegExp, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: TLS library problem: (?:\\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:${text.source}:`),
  specimen: `postfix/smtps/smtpd[903]: warning: TLS library problem: error:${specimen}`,
  strength,
});

const notAccepted: LogSign = {
  pattern: /^SSL_accept error from \S+: /,
  specimen: 'postfix/smtps/smtpd[903]: SSL_accept error from localhost[127.0.0.1]: -1',
  strength: 'accompanies',
};

// On the server itself: a client as no mail program should be.
const openssl = (options: string): readonly ClientStep[] => [
  {
    kind: 'run',
    script: `for try in {1..40}; do { exec 3<>/dev/tcp/127.0.0.1/465; } 2>/dev/null && break; sleep 0.1; done
exec 3>&-
openssl s_client -connect 127.0.0.1:465 ${options} </dev/null >/dev/null 2>&1 || true`,
  },
];

const only13 = '!SSLv2, !SSLv3, !TLSv1, !TLSv1.1, !TLSv1.2';

const submissionPorts = 'RFC 8314 section 3.3 and 7.3';

/** The server's TLS is right, and clients use it otherwise. */
export const tlsClients: readonly FailureMode[] = [
  {
    id: 'tls/implicit-tls-on-starttls-port',
    kind: 'client',
    title: 'a client begins with TLS at a port that expects STARTTLS',
    cause:
      'At 587 and 25 a session begins in clear, and STARTTLS makes it secure. The client is set to "SSL/TLS", which ' +
      'belongs to 465: it sends a TLS greeting, whose bytes smtpd takes for a command.',
    symptoms: {
      log: [
        {
          // \026\003 is how a ClientHello begins; where it comes late, its first line end makes a command of it.
          pattern:
            /^(?:improper command pipelining after CONNECT from \S+: \\026\\003|warning: non-SMTP command from \S+: .*\\(?:[0-3][0-7]{2}|[abfnrtv]))/,
          specimen:
            'postfix/submission/smtpd[310]: improper command pipelining after CONNECT from client.outside.example[198.51.100.7]: \\026\\003\\001\\001*\\001\\000\\001&\\003\\0036',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'An error of its TLS library: wrong version number.',
    },
    repair: {
      words: 'In the client: 587 with STARTTLS, or 465 with SSL/TLS. On the server, offer both.',
      commands: ['postconf -M | grep -E "^(submission|smtps|submissions|587|465) "', 'postconf -P | grep wrappermode'],
    },
    reproduction: {
      inject: '',
      provoke: [{ kind: 'lines', tls: 'implicit-tls', lines: [], times: 4 }],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      submissionPorts,
      'https://github.com/docker-mailserver/docker-mailserver/issues/1449',
      'https://github.com/nodemailer/nodemailer/issues/1318',
    ],
  },
  {
    id: 'tls/clear-text-on-implicit-tls-port',
    kind: 'client',
    title: 'a client speaks in clear at the port for implicit TLS',
    cause:
      'At 465 TLS begins with the connection. A client that is set to STARTTLS or to no encryption waits there for a ' +
      'greeting in clear until it gives up; one that speaks first, such as a browser, sends what is no TLS.',
    symptoms: {
      log: [
        {
          ...handshake(
            /(?:wrong version number|http request|https proxy request|unknown protocol)/,
            '0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:350:',
            'names',
          ),
          program: /smtps|submissions|465/,
        },
        notAccepted,
      ],
      facts: [],
      client: 'No greeting until its time is up; or nothing that it understands.',
    },
    repair: {
      words: 'In the client: 465 with SSL/TLS, or 587 with STARTTLS.',
      commands: ['postconf -P | grep wrappermode'],
    },
    reproduction: {
      inject: '',
      provoke: [
        {
          kind: 'run',
          script: `exec 3<>/dev/tcp/127.0.0.1/465
printf 'EHLO client.outside.example\\r\\n' >&3
timeout 2 cat <&3 >/dev/null || true`,
        },
      ],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [submissionPorts, 'https://github.com/docusealco/docuseal/issues/425'],
  },
  {
    id: 'tls/certificate-rejected',
    kind: 'client',
    title: 'a client rejects the server’s certificate',
    cause:
      'The client ends the handshake with an alert: the certificate is self-signed or of an unknown authority, it has ' +
      'expired, or the server does not send the authority’s certificate that lies between. The login is never tried.',
    symptoms: {
      log: [
        handshake(
          /(?:tlsv1|sslv3|ssl\/tls) alert (?:unknown ca|bad certificate|certificate unknown|certificate expired|unsupported certificate)/,
          '0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1601:SSL alert number 48:',
          'names',
        ),
        notAccepted,
      ],
      facts: [],
      client: 'self-signed certificate, unable to verify the first certificate, or certificate has expired',
    },
    repair: {
      words: 'Use a certificate that clients trust, for the name by which they reach the server, with its whole chain.',
      commands: [
        'openssl s_client -connect mail.example.test:465 -verify_return_error </dev/null',
        'openssl x509 -noout -subject -issuer -enddate -in "$(postconf -h smtpd_tls_cert_file)"',
      ],
    },
    reproduction: {
      inject: '',
      provoke: openssl('-verify_return_error'),
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['RFC 8446 section 6.2', 'https://www.postfix.org/TLS_README.html#server_cert_key'],
  },
  {
    id: 'tls/protocol-too-old',
    kind: 'client',
    title: 'a client offers only TLS versions that the server no longer takes',
    cause:
      'Old printers, cameras and programs end at TLS 1.0. smtpd_tls_protocols, or the system’s own policy for OpenSSL ' +
      '(Debian since 10, CentOS since 8), wants 1.2. Handshakes fail; the password is never sent.',
    symptoms: {
      log: [
        handshake(
          /(?:unsupported protocol|version too low|wrong ssl version|no protocols available)/,
          '0A000102:SSL routines::unsupported protocol:../ssl/statem/statem_srvr.c:1657:',
          'names',
        ),
        notAccepted,
      ],
      facts: [],
      client: 'alert protocol version, or handshake failure',
    },
    repair: {
      words:
        'Renew the client’s software. Where that can’t be, give it a port of its own in master.cf with older protocols, ' +
        'reachable only from its network.',
      commands: [
        'postconf smtpd_tls_protocols smtpd_tls_mandatory_protocols',
        'grep -A5 system_default_sect /etc/ssl/openssl.cnf',
      ],
    },
    reproduction: {
      inject: `postconf -e 'smtpd_tls_protocols = ${only13}' 'smtpd_tls_mandatory_protocols = ${only13}'`,
      provoke: openssl('-tls1_2'),
      repair: 'postconf -X smtpd_tls_protocols smtpd_tls_mandatory_protocols',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['RFC 8996', 'https://www.postfix.org/postconf.5.html#smtpd_tls_protocols'],
  },
  {
    id: 'tls/no-shared-cipher',
    kind: 'client',
    title: 'a client and the server have no cipher in common',
    cause:
      'Old programs know only ciphers that OpenSSL no longer has or that smtpd_tls_exclude_ciphers takes away. Or the ' +
      'server has a certificate for ECDSA alone, and the client knows RSA alone. The handshake fails; the password is ' +
      'never sent.',
    symptoms: {
      log: [
        handshake(
          /no shared cipher/,
          '0A0000C1:SSL routines::no shared cipher:../ssl/statem/statem_srvr.c:2220:',
          'names',
        ),
        notAccepted,
      ],
      facts: [],
      client: 'alert handshake failure',
    },
    repair: {
      words:
        'Renew the client’s software; for clients that know RSA alone, name an RSA certificate beside the other. See what ' +
        'the server takes away.',
      commands: [
        'postconf -n | grep -E "smtpd_tls_.*(ciphers|cert_file|chain_files)"',
        'openssl ciphers -v "$(postconf -h tls_medium_cipherlist)" | head',
      ],
    },
    reproduction: {
      inject: '',
      provoke: openssl('-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256'),
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_tls_exclude_ciphers',
      'https://github.com/docker-mailserver/docker-mailserver/issues/620',
    ],
  },
  {
    id: 'tls/login-before-starttls',
    kind: 'client',
    title: 'a client logs in and then says STARTTLS, which makes the server forget the login',
    cause:
      'STARTTLS begins the session anew: what was said before, a login too, no longer counts, as anybody on the way could ' +
      'have said it. The client does not log in again, and is treated as a stranger.',
    symptoms: {
      log: [
        {
          pattern: /^disconnect from \S+ ehlo=[2-9]\d* starttls=1 auth=1 mail=1 rcpt=0\/\d+ /,
          specimen:
            'postfix/submission/smtpd[3100]: disconnect from localhost[127.0.0.1] ehlo=2 starttls=1 auth=1 mail=1 rcpt=0/1 quit=1 commands=6/7',
          strength: 'suggests',
          program: postfixSmtpd,
        },
        { ...relayDenied, strength: 'accompanies' },
      ],
      facts: [
        usersMayRelay,
        noSmtpdSetting(
          'AUTH is taken before TLS: smtpd_tls_auth_only is not yes',
          'postconf -h smtpd_tls_auth_only',
          (get) => get('smtpd_tls_auth_only') === 'yes',
        ),
      ],
      client: '235 Authentication successful, STARTTLS, then 454 4.7.1 or 554 5.7.1 Relay access denied',
    },
    repair: {
      words:
        'Let the client say STARTTLS first. smtpd_tls_auth_only = yes refuses the login before TLS, so that the error shows ' +
        'where it is made, and no password goes in clear.',
      commands: ['postconf -e smtpd_tls_auth_only=yes', 'systemctl restart postfix'],
    },
    unreproduced: 'the clients of a reproduction say STARTTLS at once or not at all',
    versions: {},
    noticedBy: [],
    references: ['RFC 3207 section 4.2', 'RFC 4954 section 4'],
  },
];
