import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/no-passdb',
  kind: 'fault',
  title: 'no passdb of Dovecot can serve a mechanism that it offers or is to offer',
  cause:
    'auth_mechanisms names what no password database can do: there is none at all, as where the include of auth-system.conf.ext is commented out, or CRAM-MD5 is asked of PAM, which never gives a password away. The auth process ends then, and with it every login. "All password databases were skipped" is said at a login: each passdb leaves out this mechanism or this user (mechanisms, username_filter, skip), and auth goes on.',
  symptoms: {
    log: [
      {
        pattern:
          /^auth(?:\(\w+\))?: (?:Fatal|Error): (?:No passdbs specified in configuration file|Master passdb can't have pass=yes|\S+ mechanism can't be supported with given passdbs|No authentication mechanisms configured|.*All password databases were skipped)/,
        specimen: 'dovecot: auth: Fatal: No passdbs specified in configuration file. PLAIN mechanism needs one',
        strength: 'names',
        program: /^dovecot$/,
      },
    ],
    facts: [],
    client: 'No greeting of smtpd, or 454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Add a passdb, or leave PLAIN and LOGIN in auth_mechanisms.',
    commands: ['doveconf -n auth_mechanisms passdb', 'doveadm auth test alice@example.test'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/auth/passdb.html'],
};
