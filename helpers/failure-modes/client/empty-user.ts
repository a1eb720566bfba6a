import type { FailureMode } from '../../model/failure-mode';
import { dovecotSays } from '../dovecot/shared/answers';
import { genericFailure, temporaryFailure } from '../shared/saslauthd';
import { base64, plainManual, says, warns } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/empty-user',
  kind: 'client',
  title: 'a client logs in with an empty user name',
  cause:
    'The program has login switched on and no name set, as where it is to be known by its address; in containers most often a variable for the user that is empty. From an address that you do not know it is a robot that tries, and nothing is wrong. Cyrus SASL calls it a failure of its own, so the client takes it for temporary and tries for days.',
  symptoms: {
    log: [
      warns(/All-whitespace username\./, 'All-whitespace username.'),
      {
        pattern: /^warning: \S+: SASL \S+ authentication failed: .*, sasl_username=$/,
        specimen:
          'postfix/submission/smtpd[51]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=',
        strength: 'names',
        alternative: true,
      },
      {
        ...dovecotSays(/[\w-]+\(.*\): Empty username$/, 'login(?,198.51.100.7): Empty username'),
        alternative: true,
      },
      genericFailure,
    ],
    facts: [],
    client: temporaryFailure,
  },
  repair: { words: 'Give the client a name, or switch its login off; of robots nothing need be done.', commands: [] },
  reproduction: { inject: '', provoke: says(`AUTH PLAIN ${base64('\0\0secret')}`), repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/loganmarchione/docker-postfixrelay/issues/35', plainManual],
};
