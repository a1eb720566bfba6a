import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { fromSaslauthd, loginWith } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/password-too-long',
  kind: 'client',
  title: 'a client sends saslauthd a name or a password of more than 256 bytes',
  cause:
    'saslauthd takes names and passwords of up to 256 bytes and refuses longer ones without asking anybody. Such a ' +
    'password is most often a token, which other back ends would take.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^\s*(?:do_request\s*)?: (?:login|password) exceeded MAX_REQ_LEN: \d+$/,
        '                : password exceeded MAX_REQ_LEN: 256',
        'names',
      ),
      verificationFailed,
      loginRefused,
      {
        pattern: /^warning: SASL authentication failure: saslauthd request too large$/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: saslauthd request too large',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /(?:login|password|realm|service) exceed(?:ed|s) MAX_REQ_LEN/,
        specimen: 'saslauthd[9]: password exceeded MAX_REQ_LEN: 300',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: { words: 'Use a shorter secret, or keep such users in sasldb2 or in Dovecot.', commands: [] },
  reproduction: { inject: writeShippedSmtpdConf, provoke: [loginWith('x'.repeat(300))], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/cyrusimap/cyrus-sasl/blob/master/saslauthd/globals.h'],
};
