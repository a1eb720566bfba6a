import type { FailureMode } from '../../model/failure-mode';
import { anotherStepReply, authManual, base64, client, cutPlain, says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/line-too-long',
  kind: 'client',
  title: 'a client sends credentials in a line longer than Postfix reads',
  cause:
    'The password, or a token in its place, is so long that the AUTH command exceeds line_length_limit (2048). ' +
    'Postfix cuts the line, and what is left of the base64 is incomplete.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: request longer than \d+: AUTH /i,
        specimen: `postfix/submission/smtpd[866]: warning: ${client}: request longer than 2048: AUTH PLAIN AGFsaWNlAHh4eHh4eHh...`,
        strength: 'names',
      },
      { ...cutPlain, strength: 'accompanies' },
    ],
    facts: [],
    client: anotherStepReply,
  },
  repair: {
    words:
      'Let the client send AUTH alone and the credentials after the 334, as RFC 4954 wants it; or shorten the secret.',
    commands: [],
  },
  reproduction: {
    inject: '',
    provoke: says(`AUTH PLAIN ${base64(`\0alice\0${'x'.repeat(3000)}`)}`),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    authManual,
    'https://github.com/roundcube/roundcubemail/issues/8623',
    'https://github.com/pear/Net_SMTP/issues/69',
  ],
};
