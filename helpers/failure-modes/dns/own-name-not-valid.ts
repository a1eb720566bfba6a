import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/own-name-not-valid',
  kind: 'fault',
  title: 'Postfix does not take the name of its machine for a host name',
  cause:
    'The name in myhostname, or where that is not set the name of the machine or container, is an IP address or all digits, is empty, has a character that no host name may have, such as an underscore, two dots in a row or a part of more than 63 characters, or ends in a hyphen. postconf and all services end at once.',
  symptoms: {
    log: [
      {
        // “warning: valid_hostname: …” is said of the names of others too.
        pattern:
          /^fatal: (?:unable to use my own hostname|config variable \w+: bad (?:host ?name|parameter)|parameter myhostname: )/,
        specimen: 'postfix/postconf[90]: fatal: unable to use my own hostname',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None: nobody listens.',
  },
  repair: {
    words: 'Set myhostname to a name with a dot, or give the container such a name (`hostname:` of Compose).',
    commands: [
      'hostname; postconf -h myhostname',
      "postconf -e 'myhostname = mail.example.test'",
      'docker run --hostname mail.example.test …',
      'postfix start',
    ],
  },
  unreproduced: 'The name of our containers is that of the lab.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#myhostname',
    'https://github.com/mailcow/mailcow-dockerized/issues/2990',
  ],
};
