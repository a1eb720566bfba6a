import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/cpanel-domain-without-owner',
  kind: 'fault',
  title: 'cPanel knows no account that has a mail domain',
  cause:
    'cPanel’s part of Dovecot looks for the account to which the domain of a login belongs and finds none. No account may have it, as with a domain that was moved away or a guess of strangers; or it is the server’s own host name, which no account may have; or cPanel’s tables of domains are out of date or damaged.',
  symptoms: {
    log: [
      {
        pattern: /Cpanel::MailAuth: Failed to lookup domain owner of /,
        specimen: 'dovecot: auth: Error: Cpanel::MailAuth: Failed to lookup domain owner of example.test',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 Incorrect authentication data',
  },
  repair: {
    words: 'Give the server a host name below a domain, such as vps.example.test, and write the tables again.',
    commands: [
      'hostname',
      'grep -F example.test /etc/userdomains /etc/domainusers',
      '/scripts/updateuserdomains --force',
    ],
  },
  unreproduced: 'cPanel is not in our images.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.cpanel.net/whm/networking-setup/change-hostname/'],
};
