import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/master-does-not-start',
  kind: 'fault',
  follows: true,
  title: 'master ends before it has started the services',
  cause:
    '`postfix start` waits for master to say that it is up, and master has ended: the line before, or one with fatal in the log, says why. Called directly, as a container’s command, it wants -i or -d and must be process 1 for -i; it can’t make a session of its own where the caller has made it the leader of one.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:daemon initialization failure|unable to set session and process group ID|-i is allowed only for PID 1|the -i option cannot be used with)/,
        specimen: 'postfix/master[9]: fatal: daemon initialization failure -- see logs for details',
        strength: 'names',
        program: /master$/,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Read the line before; in a container use start-fg.',
    commands: ['grep -E "postfix.*(fatal|error)" /var/log/mail.log | tail', 'postfix check', 'postfix start-fg'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.8.html', 'https://www.postfix.org/MAILLOG_README.html'],
};
