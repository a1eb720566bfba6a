import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'saslauthd/does-not-start',
  kind: 'fault',

  title: 'saslauthd does not start, or ends with an error',
  cause:
    'The folder for its socket is not there (on Debian it belongs into the chroot, by OPTIONS) or is closed to it, another one runs already, the mechanism of -a is not built in or can’t be initialised, or the program itself is missing. Which it is, saslauthd’s own line tells.',
  symptoms: {
    log: [
      {
        pattern:
          /^\s*(?:\w*\s*: )?(?:could not (?:bind to socket|chdir to|open pid (?:lock )?file|lock pid (?:lock )?file|open accept lock file|open flock file|open mmap file|chmod socket|listen on socket): |can not mkdir: |Cannot start saslauthd|unknown authentication mechanism: |failed to initialize mechanism |no authentication mechanism specified|Another instance of saslauthd is currently running)/,
        specimen: 'saslauthd[9]: ipc_init        : could not bind to socket: /var/spool/postfix/var/run/saslauthd/mux',
        strength: 'names',
        program: /^saslauthd$/,
      },
      {
        pattern:
          /^(?:saslauthd\.service: (?:Failed with result '(?!signal|oom-kill|core-dump|watchdog)|Main process exited, code=exited|Control process exited)|Failed to start saslauthd|Failed to start SASL)/,
        specimen: "systemd[1]: saslauthd.service: Failed with result 'exit-code'.",
        strength: 'names',
        program: /^systemd$/,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Make the folder, with the group of those who may ask; start it in the foreground to see what it says.',
    commands: [
      'journalctl -u saslauthd -n 20',
      'saslauthd -v   # the mechanisms that are built in',
      'install -d -o root -g sasl -m 710 /var/spool/postfix/var/run/saslauthd   # Debian',
      'saslauthd -d -a pam',
      'systemctl restart saslauthd',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.cyrusimap.org/sasl/sasl/pwcheck.html',
    'https://www.postfix.org/SASL_README.html#saslauthd',
  ],
};
