import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/too-many-connections-of-user',
  kind: 'client',
  title: 'a user has more connections to Dovecot than are allowed from one address',
  cause:
    'mail_max_userip_connections (10) limits them for each user and address. A client with many folders, several devices behind one router, or a web mail program that comes from one address for everybody reaches it.',
  symptoms: {
    log: [
      {
        pattern: /Maximum number of connections from user\+IP exceeded|\(mail_max_userip_connections(?:=\d+)?\)/,
        specimen:
          'dovecot: imap-login: Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10): user=<alice>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.1, TLS',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'IMAP: NO [LIMIT] Maximum number of connections from user+IP exceeded',
  },
  repair: {
    words: 'Raise it for IMAP, or let the client keep fewer connections.',
    commands: ['doveadm who alice', 'doveconf mail_max_userip_connections'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
