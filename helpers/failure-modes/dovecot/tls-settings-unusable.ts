import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/tls-settings-unusable',
  kind: 'fault',
  title: 'Dovecot’s login processes can not use a TLS setting: certificate, key, DH parameters, protocols or ciphers',
  cause:
    'ssl_protocols names one that OpenSSL no longer has (SSLv2, SSLv3); Dovecot 2.3 finds no DH parameters where ssl_dh points; a certificate or key is no valid PEM, or a cipher or curve is unknown. Login processes end, go on without TLS, or refuse single clients. smtpd’s logins go by the process auth and still work; mail programs can’t fetch mail, and take it for a wrong password.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?:key values mismatch|Key is for a different cert))[\w-]+-login: (?:Fatal: Invalid (?:ssl_protocols|ssl_min_protocol) setting: |(?:Fatal|Error): (?:Failed to initialize SSL server context: |Couldn't parse private ssl_key|Can't load ssl_cert))/,
        specimen: "dovecot: imap-login: Fatal: Invalid ssl_protocols setting: Unknown protocol 'SSLv2'",
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern: /service\([\w-]+-login\): command startup failed, throttling/,
        specimen: 'dovecot: master: Error: service(imap-login): command startup failed, throttling for 2 secs',
        strength: 'accompanies',
      },
      {
        pattern:
          /^(?!.*(?:key values mismatch|Key is for a different cert)).*-login: Error: (?:SSL context initialization failed, disabling SSL: |Diffie-Hellman key exchange requested, but no DH parameters)/,
        specimen:
          "dovecot: submission-login: Error: SSL context initialization failed, disabling SSL: Can't load SSL certificate (ssl_server_cert_file setting): There is no valid PEM certificate.",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^(?!.*(?:key values mismatch|Key is for a different cert)).*(?:Can't load (?:DH parameters|SSL certificate|SSL private key|alternative SSL certificate)|Can't set (?:cipher list|ciphersuites|curve list|minimum protocol) to|Couldn't parse DH parameters|Couldn't initialize SSL server(?: context)?|Failed to initialize SSL (?:library|server)|ssl_options: unknown flag|Unknown ssl_crypto_device|Invalid ssl_server_cert_username_field|Can't load (?:SSL )?(?:certificate|private key) )/,
        specimen:
          "dovecot: imap-login: Error: Can't set cipher list to 'HIHG' (ssl_cipher_list setting): error:0A0000B9:SSL routines::no cipher match",
        strength: 'names',
        program: /^dove/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection closes without a greeting.',
  },
  repair: {
    words: 'Name a lowest version instead of a list, and give 2.3 its DH parameters.',
    commands: [
      'doveconf -n | grep ^ssl',
      'openssl dhparam -out /etc/dovecot/dh.pem 2048   # ssl_dh = </etc/dovecot/dh.pem',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'The Dovecot of our images serves smtpd alone, without TLS of its own.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/',
    'https://github.com/YunoHost/issues/issues/1152',
    'https://github.com/NixOS/nixpkgs/issues/41601',
  ],
};
