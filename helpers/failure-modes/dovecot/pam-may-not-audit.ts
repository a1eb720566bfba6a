import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/pam-may-not-audit',
  kind: 'fault',
  title: 'PAM may not write its audit message, and logins by it fail',
  cause:
    'pam_unix tells the kernel’s audit of each login, for which the process needs CAP_AUDIT_WRITE. A unit with NoNewPrivileges or a CapabilityBoundingSet without it, or a container that lacks it, gets “Operation not permitted”, and PAM answers with a system error.',
  symptoms: {
    log: [
      {
        pattern: /\baudit_log_(?:acct|user)_message\(\) failed: Operation not permitted/,
        specimen: 'auth: PAM audit_log_acct_message() failed: Operation not permitted',
        strength: 'names',
        // cron, sshd and others say it of logins of their own.
        program: /^(?:auth|dovecot|saslauthd)/,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Give the service the capability.',
    commands: [
      'systemctl show -p NoNewPrivileges -p CapabilityBoundingSet dovecot saslauthd',
      'systemctl edit dovecot   # [Service] NoNewPrivileges=false, CapabilityBoundingSet=… CAP_AUDIT_WRITE',
      'docker run --cap-add AUDIT_WRITE image',
    ],
  },
  unreproduced: 'The reference images run without a unit that takes capabilities away.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/dovecot/core/pull/71',
    'https://www.freedesktop.org/software/systemd/man/systemd.exec.html',
  ],
};
