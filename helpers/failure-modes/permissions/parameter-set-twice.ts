import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/parameter-set-twice',
  kind: 'noise',
  title: 'a parameter stands twice in main.cf or another file of settings, and the later one counts',
  cause:
    'Each program of Postfix says so when it starts. A script or a guide has appended lines whose parameters stood further up. It is harmless where the last value is the one that is meant.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+, line \d+: overriding earlier entry: /,
        specimen:
          'postfix/master[1289]: warning: /etc/postfix/main.cf, line 45: overriding earlier entry: smtp_tls_security_level=may',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, if the last value is the right one.',
  },
  repair: {
    words: 'Keep one of the lines.',
    commands: ['grep -n smtp_tls_security_level /etc/postfix/main.cf', 'postconf smtp_tls_security_level'],
  },
  unreproduced: 'Postfix says it of any parameter; the checks of a configuration tell it with the line.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
