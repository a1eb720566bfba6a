import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/xoauth2-configuration-broken',
  kind: 'fault',
  title: 'sasl-xoauth2 can not read its configuration, or misses something in it, so its plug-in does not load',
  cause:
    'sasl-xoauth2.conf, and the file of a token, are JSON. A comma or a quote that is missing makes all of it unreadable; the log says in which line and column. SASL drops the plug-in and then finds no mechanism; the other plug-ins are all right.',
  symptoms: {
    log: [
      {
        pattern: /sasl-xoauth2: Exception during init:/,
        specimen:
          "postfix/smtp[278]: sasl-xoauth2: Exception during init: * Line 2, Column 18#012  Missing ',' or '}' in object declaration#012",
        strength: 'names',
      },
      {
        pattern: /entry_point\(\): failed for plugname sasl-xoauth2/,
        specimen:
          'postfix/smtp[278]: sasl_client_add_plugin(): entry_point(): failed for plugname sasl-xoauth2: generic failure',
        strength: 'accompanies',
      },
      {
        pattern: /^warning: SASL authentication failure: No worthy mechs found$/,
        specimen: 'postfix/smtp[278]: warning: SASL authentication failure: No worthy mechs found',
        strength: 'accompanies',
        program: /smtp$/,
      },
      {
        pattern: /SASL authentication failed; cannot authenticate to server \S+ no mechanism available/,
        specimen:
          'postfix/smtp[278]: BE042241A19: SASL authentication failed; cannot authenticate to server smtp.example.test[198.51.100.226]: no mechanism available',
        strength: 'accompanies',
      },
      {
        pattern:
          /^sasl-xoauth2: (?:Unable to open config file|Missing required value: )|^(?:Unable to open config file \S*sasl-xoauth2|Missing required value: (?:client_id|client_secret)\b)/,
        specimen: 'sasl-xoauth2: Missing required value: client_id',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words: 'Mend the JSON at the line that the log names.',
    commands: ['python3 -m json.tool /etc/sasl-xoauth2.conf', 'postqueue -f'],
  },
  unreproduced: 'The plug-in needs a provider of tokens, which the closed world of the tests has not.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/tarickb/sasl-xoauth2/issues/28',
    'https://github.com/bokysan/docker-postfix/issues/215',
  ],
};
