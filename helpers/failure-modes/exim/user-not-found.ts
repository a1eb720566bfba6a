import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/user-not-found',
  kind: 'fault',
  title: 'Exim does not know as which system user or group it is to deliver',
  cause:
    'user or group of the router or of the transport is a name, or an expression that yields one, and the system has no such user. It was removed or renamed, comes from LDAP or from another machine’s passwd file that is not asked now, or a control panel’s list of owners has an old name. “set a uid” and “without group” say that no user or no group is set at all, in the router or in the transport.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to find (?:user|group) "[^"]*" from expanded string |[Uu]ser set without group for \S+ (?:transport|router)|(?:user|group) "[^"]*" for require_files not found|initgroups\(\): no passwd entry for uid=/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=virtual_user T=virtual_userdelivery defer (-30): Failed to find user "vmail" from expanded string "vmail" for the virtual_userdelivery transport',
        strength: 'names',
      },
      {
        pattern: /Neither the \S+ router nor the \S+ transport set a uid/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=localuser T=local_delivery defer (-29): Neither the localuser router nor the local_delivery transport set a uid for local delivery of alice@example.test',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Make the user or the group, or name one that is there.',
    commands: [
      'getent passwd vmail; getent group mail',
      'exim -bP transport virtual_userdelivery | grep -E "user|group"',
      'exim -bt alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-environment_for_running_local_transports.html',
  ],
};
