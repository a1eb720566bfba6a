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
      {
        // OpenSMTPD 5.4, whose names had no more than 31 characters.
        pattern: /^smtp-in: Failed command on session \w+: "[\w+/=]{40,}" => 501 5\.5\.2 Syntax error/,
        specimen:
          'smtpd[466]: smtp-in: Failed command on session 589f42a666311b07: "YWxpY2UudGhlLWxvbmdlc3RAc3RhZmYuZXhhbXBsZS50ZXN0" => 501 5.5.2 Syntax error: Syntax error',
        strength: 'suggests',
        alternative: true,
      },
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
