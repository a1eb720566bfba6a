import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/client-certificate-not-accepted',
  kind: 'client',
  title: 'a client shows Dovecot a certificate of its own, and Dovecot does not accept it',
  cause:
    'With ssl_verify_client_cert = yes (2.4: ssl_server_request_client_cert) Dovecot asks clients for a certificate. ssl_ca (2.4: ssl_server_ca_file) does not vouch for the one that came, has no revocation list of its authority, or the certificate has expired. Where nobody needs certificates to log in, a program has sent one that happened to be there.',
  symptoms: {
    log: [
      {
        pattern: /-login: .*Received invalid SSL certificate: .*\(check (?:ssl_ca|ssl_server_ca)\w* setting/,
        specimen:
          'dovecot: imap-login: Received invalid SSL certificate: self signed certificate: /CN=alice (check ssl_ca setting?): user=<>, rip=203.0.113.9, lip=192.0.2.1, TLS handshaking, session=<Tq3gR7lE0cXLAHEJ>',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The handshake or the login fails where auth_ssl_require_client_cert is set.',
  },
  repair: {
    words: 'Put the authority of the clients, with its revocation list, into ssl_ca; or do not ask for certificates.',
    commands: [
      'doveconf ssl_ca ssl_verify_client_cert ssl_require_crl auth_ssl_require_client_cert',
      'openssl verify -CAfile /etc/dovecot/clients-ca.pem alice.pem',
      'doveadm reload',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/'],
};
