import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/driver-not-built-in',
  kind: 'fault',
  title: 'Dovecot’s auth process does not start: its configuration names a driver that this Dovecot does not have',
  cause:
    'A passdb or userdb names a driver, such as sql or ldap, that this Dovecot was built without; most distributions have it in a package of its own. A driver that is misspelt, or that this version no longer has, is told in the same words. The auth process ends at once, and nobody can log in, by IMAP neither.',
  symptoms: {
    log: [
      {
        pattern:
          /auth: Fatal: (?:(?:\w+: )?Support not compiled in for (?:passdb|userdb) driver|(?:Unknown|Unsupported) (?:passdb|userdb|database) driver|Support for \w+ not compiled in|[^:]+: Unknown database driver)/,
        specimen: "dovecot: auth: Fatal: Support not compiled in for passdb driver 'sql'",
        strength: 'names',
      },
      {
        pattern: /service\(auth\): command startup failed, throttling/,
        specimen: 'dovecot: master: Error: service(auth): command startup failed, throttling for 2 secs',
        strength: 'accompanies',
      },
      {
        pattern: /Auth process broken|disconnected before auth was ready/,
        specimen:
          'dovecot: imap-login: Disconnected: Auth process broken (disconnected before auth was ready, waited 0 secs): user=<>, rip=198.51.100.9',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or no AUTH in the answer to EHLO',
  },
  repair: {
    words: 'Install the package with the driver, or name another driver.',
    commands: [
      'apt-get install dovecot-mysql   # or dovecot-pgsql, dovecot-ldap; CentOS: yum install dovecot-mysql; Alpine: apk add dovecot-sql dovecot-mysql',
      'doveconf -n | grep driver',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'The image of the tests has one driver, and proves what is installed.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/TritonDataCenter/pkgsrc-legacy/issues/417'],
};
