import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'delivery/mail-server-name-not-found',
  kind: 'fault',
  title: 'the name of the server that mailboxes are handed to by LMTP is not found',
  cause:
    'virtual_transport, mailbox_transport or transport_maps say lmtp:inet:NAME, and DNS does not know the name: the container or pod of Dovecot has another one, is not in the same network, or Postfix is chrooted and has no resolv.conf. By default lmtp_host_lookup asks DNS alone, not /etc/hosts.',
  symptoms: {
    log: [
      {
        pattern:
          /status=(?:deferred|bounced) \(Host or domain name not found\. Name service error for name=\S+ type=A{1,4}: /,
        specimen:
          'postfix/lmtp[216]: 87F043F2BE: to=<alice@example.test>, relay=none, delay=0.03, delays=0.01/0.01/0.01/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=dovecot type=AAAA: Host not found)',
        strength: 'suggests',
        program: programOf('lmtp'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words: 'Ask for the name from where Postfix runs; give the chroot its resolver, or look into /etc/hosts.',
    commands: [
      'postconf -h virtual_transport mailbox_transport',
      'getent hosts dovecot',
      'postconf -e lmtp_host_lookup=native',
      'systemctl reload postfix; postqueue -f',
    ],
  },
  unreproduced: 'The lab’s Dovecot has a socket.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#lmtp_host_lookup'],
};
