import type { FailureMode } from '../../model/failure-mode';
import { temporaryFailure } from './shared/temporary-failure';

export const mode: FailureMode = {
  id: 'dovecot/limits-reached',
  kind: 'fault',
  title:
    'Dovecot can not serve more logins: its auth or login processes, or the processes of the system, are at a limit',
  cause:
    'More connections ask for logins than client_limit of service auth, process_limit of service auth-worker or the limits of the login services allow, as under a wave of guesses or with a slow database. What comes on top waits, and smtpd gives up. Where fork() fails, it is a limit of the system instead: TasksMax of systemd, pids of a container, or ulimit -u.',
  symptoms: {
    log: [
      {
        pattern:
          /service\((?:auth(?:-worker)?|\w+-login)\): (?:client_limit|process_limit) \(\d+\) reached|Auth request was queued for \d+ ?seconds|Aborting auth request that was queued/,
        specimen:
          'dovecot: master: Warning: service(auth): client_limit (1000) reached, client connections are being dropped',
        strength: 'names',
        program: /^dovecot$/,
      },
      {
        pattern: /service\(\S+\): fork\(\) failed: Resource temporarily unavailable/,
        specimen: 'dovecot: master: Error: service(auth): fork() failed: Resource temporarily unavailable',
        strength: 'names',
        alternative: true,
      },
      temporaryFailure,
      {
        pattern: /Disconnected: Connection queue full/,
        specimen:
          'dovecot: imap-login: Disconnected: Connection queue full (disconnected while authenticating, waited 0 secs): user=<>, method=PLAIN, rip=203.0.113.37',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Raise the limit, and see why so many ask, or why the database is slow.',
    commands: [
      'doveconf -n service',
      'doveadm service status auth auth-worker',
      'systemctl show -p TasksCurrent -p TasksMax dovecot',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/service.html'],
};
