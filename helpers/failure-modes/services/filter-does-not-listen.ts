import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/filter-does-not-listen',
  kind: 'fault',
  title: 'a filter or policy service can’t open its port or socket',
  cause:
    'The port is another’s or that of an instance that still runs, the address is none of this machine’s, the socket of its last life is still there, the folder is missing or does not belong to its user, or SELinux forbids it: the end of the line says which. Most programs end then, and Postfix finds nobody.',
  symptoms: {
    log: [
      {
        pattern:
          /Unable to (?:bind to port|create listening socket(?! on conn (?!inet|local|unix)))|couldn't bind to (?:socket|port)|FATAL: couldn't bind|[Cc]ould not (?:create|bind to) \S* ?socket|can't bind to \S+: |smfi_opensocket\(\) failed|bind\(\) to \S+ failed|cannot bind (?:socket|to)/,
        specimen: 'opendkim[90]: OpenDKIM Filter: Unable to bind to port inet:8891@localhost: Address already in use',
        strength: 'names',
        program:
          /^(?:opendkim|opendmarc|postgrey|policyd\S*|clamav-milter|clamd|spamd|spamass-milter|rspamd|amavis\S*|postsrsd|sqlgrey|milter-\S+|openarc)$/,
      },
      {
        // ClamAV; Net::Server, as Amavis and Postgrey have it; rspamd.
        pattern:
          /Socket file \S+ could not be bound|TCP: Cannot bind to \[|Not listening on any interfaces|Failed to create socket \/|Can't connect to (?:TCP|UNIX) (?:port|socket) (?:at file )?\S+ (?:on \S+ )?\[|bind \S+ failed: \d+, '|cannot listen on (?:\w+ )?socket/,
        specimen: 'clamd[9]: ERROR: LOCAL: Socket file /var/run/clamav/clamd.ctl could not be bound: Permission denied',
        strength: 'names',
        program: /^(?:clamd|clamav-milter|amavis\S*|postgrey|spampd|rspamd)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later; or nothing',
  },
  repair: {
    words: 'Stop the other, remove the old socket, correct the address, or give the folder to the program’s user.',
    commands: [
      'ss -ltnxp | grep -E "8891|opendkim"',
      'ls -ld /var/spool/postfix/opendkim',
      'systemctl restart opendkim',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MILTER_README.html'],
};
