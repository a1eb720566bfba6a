import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/sendmail-caller-without-name',
  kind: 'fault',
  title: 'a program whose user has no name calls sendmail',
  cause:
    'Postfix looks up who calls it. In a container that runs under a number of which /etc/passwd knows nothing (--user 1001, OpenShift), there is no name to send as.',
  symptoms: {
    log: [
      {
        pattern:
          /fatal: no login name found for user ID \d+|unable to (?:look up|find) (?:user|login) .*(?:user ID|uid) \d+/,
        specimen: 'postfix/sendmail[97]: fatal: no login name found for user ID 1001',
        strength: 'names',
      },
      {
        // sSMTP.
        pattern: /Could not find password entry for UID \d+/,
        specimen: 'sSMTP[123]: Could not find password entry for UID 1234',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'An exit status other than 0 of sendmail.',
  },
  repair: {
    words: 'Give the number a name, or the sender with -f.',
    commands: [
      'echo "app:x:1001:0::/tmp:/sbin/nologin" >>/etc/passwd',
      '/usr/sbin/sendmail -f app@example.test bob@example.test',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [
      {
        kind: 'run',
        script: `setpriv --reuid 4321 --clear-groups sh -c 'printf test | /usr/sbin/sendmail root' || true`,
      },
    ],
    repair: 'true',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/sendmail.1.html'],
};
