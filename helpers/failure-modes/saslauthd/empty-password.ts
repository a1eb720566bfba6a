import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { fromSaslauthd, loginWith } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/empty-password',
  kind: 'client',
  title: 'a client sends an empty password to saslauthd',
  cause:
    'The program has a user name and no password, or its saved password was lost; bots try empty passwords as well. ' +
    'saslauthd refuses without asking anybody.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^\s*(?:do_request\s*)?: NULL password received$/,
        '                : NULL password received',
        'names',
      ),
      verificationFailed,
      loginRefused,
      {
        pattern: /pam_ldap\(\S+\): user has empty password/,
        specimen: 'saslauthd[9]: pam_ldap(smtp:auth): user has empty password, access denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: { words: 'Enter the password in the client again. The server needs nothing.', commands: [] },
  reproduction: { inject: writeShippedSmtpdConf, provoke: [loginWith('')], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc4616#section-2'],
};
