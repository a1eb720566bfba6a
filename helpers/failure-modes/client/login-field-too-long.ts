import type { FailureMode } from '../../model/failure-mode';
import { badLogin, badProtocolReply, base64, says, warns } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/login-field-too-long',
  kind: 'client',
  title: 'a client sends a name or password of more than 1024 bytes with LOGIN',
  cause:
    'The plug-in for LOGIN takes up to 1024 bytes for each answer and refuses more, without checking anything. ' +
    'Such a password is most often a token.',
  symptoms: {
    log: [
      warns(
        /(?:clientinlen is > 1024 characters in LOGIN plugin|username too long \(>1024 characters\))/,
        'clientinlen is > 1024 characters in LOGIN plugin',
      ),
      badLogin,
    ],
    facts: [],
    client: badProtocolReply,
  },
  repair: { words: 'Use a shorter secret, or PLAIN.', commands: [] },
  reproduction: {
    inject: '',
    provoke: says('AUTH LOGIN', base64('alice'), base64('x'.repeat(1300))),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/cyrusimap/cyrus-sasl/blob/master/plugins/login.c'],
};
