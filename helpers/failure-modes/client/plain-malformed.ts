import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { badPlain, badProtocolReply, base64, plainManual, says, warns } from './shared/failed-logins';
import { plainWithoutSeparators } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/plain-malformed',
  kind: 'client',
  title: 'a client sends PLAIN credentials without their separators',
  cause:
    'PLAIN is one text of three parts, each but the first behind a NUL byte: an empty one, the name, the password. ' +
    'Here a NUL is missing, or the shell wrote a backslash and a zero instead of it.',
  symptoms: {
    log: [
      warns(/Can only find author(?:\/en)? \(no password\)/, 'Can only find author/en (no password)'),
      badPlain,
      plainWithoutSeparators,
      {
        pattern: /^warning: SASL authentication failure: need authentication name$/,
        specimen: 'postfix/smtpd[12]: warning: SASL authentication failure: need authentication name',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^auth\([^)]*\)<[^>]*>: plain: invalid input$/,
        specimen: 'dovecot: auth(?,203.0.113.9,sasl:plain)<Tq3gR7lE0cXLAHEJ>: plain: invalid input',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:501|500|535|504)[ -](?:5\.\d\.\d )?(?:Can't split auth value|Could not decode parameters for AUTH PLAIN|Error: invalid userdata|Authenticated failed - protocol error|Invalid decoded PLAIN response|Invalid AUTH string)/,
        '500 Error: invalid userdata',
      ),
    ],
    facts: [],
    client: badProtocolReply,
  },
  repair: { words: 'Send NUL, name, NUL, password.', commands: ["printf '\\0alice\\0secret' | base64"] },
  reproduction: { inject: '', provoke: says(`AUTH PLAIN ${base64('alice\0secret')}`), repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [plainManual],
};
