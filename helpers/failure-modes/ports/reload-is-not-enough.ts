import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/reload-is-not-enough',
  kind: 'fault',
  title: 'a setting was changed that Postfix takes only at a new start',
  cause:
    'inet_interfaces and inet_protocols decide where master listens. After `postfix reload` it goes on with the old value, and says so.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:to change \w+, stop and start Postfix|ignoring \w+ parameter value change|service \S+: ignoring \w+ change)/,
        specimen: 'postfix/master[9]: warning: to change inet_interfaces, stop and start Postfix',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused at the new address; the old one still answers.',
  },
  repair: {
    words: 'Stop and start it.',
    commands: ['systemctl restart postfix', 'ss -ltnp | grep master'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#inet_interfaces'],
};
