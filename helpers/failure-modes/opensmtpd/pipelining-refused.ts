import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/pipelining-refused',
  kind: 'client',
  title: 'a client sends OpenSMTPD several commands at once',
  cause:
    'OpenSMTPD does not offer PIPELINING and refuses it. A proxy in front, such as nginx, may offer it to clients in OpenSMTPD’s place.',
  symptoms: {
    log: [
      {
        pattern: /(?:^|Invalid command: )Pipelining not supported/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="" result="500 5.5.1 Invalid command: Pipelining not supported"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '500 5.5.1 Invalid command: Pipelining not supported',
  },
  repair: {
    words: 'Let the proxy offer what OpenSMTPD offers.',
    commands: ['grep -n smtp_capabilities /etc/nginx/nginx.conf'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 2920', 'https://github.com/nextcloud/server/issues/1596'],
};
