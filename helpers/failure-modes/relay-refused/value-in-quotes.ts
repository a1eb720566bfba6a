import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/value-in-quotes',
  kind: 'fault',
  title: 'a value in main.cf is written in quotes, which Postfix takes for a part of it',
  cause:
    'Postfix knows no quotes: alias_maps = "hash:/etc/aliases" asks for a table of the type `"hash`, a relayhost in quotes for a host whose name begins with one, and a number in quotes is none. Scripts and images put them there that write what a shell has in a variable.',
  symptoms: {
    log: [
      {
        pattern:
          /unsupported dictionary type: ["']|^(?:fatal|error|warning): bad (?:numerical configuration|boolean configuration): \w+ = ["']|Name service error for name=["']\S* type=/,
        specimen: 'postfix/smtpd[9529]: fatal: unsupported dictionary type: "hash',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, 451, or mail that stays.',
  },
  repair: {
    words: 'Take the quotes out, and see what is set.',
    commands: ['postconf -n | grep "= *[\\"\']"', 'vi /etc/postfix/main.cf', 'systemctl restart postfix'],
  },
  unreproduced: 'relay-refused/table-type-unsupported is the same with a type that could be one.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
