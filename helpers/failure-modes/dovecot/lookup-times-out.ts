import type { FailureMode } from '../../model/failure-mode';
import { died } from '../shared/log-signs';
import { temporaryFailure } from './shared/temporary-failure';

export const mode: FailureMode = {
  id: 'dovecot/lookup-times-out',
  kind: 'fault',
  title: 'what Dovecot asks for the passwords does not answer in time',
  cause:
    'The process that asks hangs: a module of PAM that waits for a server or a terminal, a directory or a database that is slow or behind a firewall, or too few processes for many logins. After a minute Dovecot gives the login up.',
  symptoms: {
    log: [
      {
        pattern:
          /auth(?:-worker|: Error: auth[- ]worker)?.*Aborted (?:\w+ )?request(?: for \S+)?: Lookup timed out|auth: Warning: auth workers: Auth request was queued for \d+ seconds/,
        specimen: 'dovecot: auth: Error: auth worker: Aborted request: Lookup timed out',
        strength: 'names',
        program: /^dovecot$/,
      },
      died,
      temporaryFailure,
      {
        pattern:
          /auth[\w-]*: (?:Error|Warning): .*(?:Request \d+\.\d+ timed out after \d+ secs, state=|Initial binding to LDAP server timed out)/,
        specimen:
          'dovecot: auth: Error: LDAP /etc/dovecot/dovecot-ldap.conf.ext: Initial binding to LDAP server timed out',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or silence',
  },
  repair: {
    words:
      'Ask the back end by hand, and see what it waits for. PAM: take modules that do more than compare passwords out of /etc/pam.d/dovecot. More processes: service auth-worker { process_limit }.',
    commands: ['doveadm auth test alice@example.test', 'cat /etc/pam.d/dovecot', 'doveadm log errors'],
  },
  unreproduced: 'Its lines are those of Dovecot’s source and of reports; it takes a minute to come.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
