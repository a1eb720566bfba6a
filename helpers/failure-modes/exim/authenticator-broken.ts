import type { FailureMode } from '../../model/failure-mode';
import { expansionFails } from './shared/authenticators';

export const mode: FailureMode = {
  id: 'exim/authenticator-broken',
  kind: 'fault',
  title: 'the condition of an authenticator of Exim is no expression that Exim can expand',
  cause:
    'server_condition is expanded for each login; a brace too few, or a name that this Exim does not know, fails only then, ' +
    'and maybe only for some users: that branch is not reached for the others. Nobody who reaches it gets in.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `authenticator failed for .*: 435 Unable to authenticate at present(?: \\(set_id=.*?\\))?: .*${expansionFails}`,
        ),
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator failed for client.outside.example (client) [198.51.100.7]: 435 Unable to authenticate at present (set_id=alice): missing or misplaced { or }',
        strength: 'names',
      },
    ],
    facts: [],
    client: '435 Unable to authenticate at present',
  },
  repair: {
    words: 'Expand the condition by hand, with the values of a login, until it says true or false.',
    commands: [
      'exim -be   # and type the condition, with a user and a password in place of $auth1, $auth2 and $auth3',
      'exim -bP authenticators | grep server_condition',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-string_expansions.html',
    'https://github.com/Exim/exim/issues/38',
  ],
};
