import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { authManual, badProtocolReply, failedWith } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/initial-response-not-allowed',
  kind: 'client',
  title: 'a client sends an initial response with a mechanism that has none',
  cause:
    'With CRAM-MD5, DIGEST-MD5 and LOGIN of some servers the server speaks first. The client has put its answer behind AUTH, on the same line, before it has seen the challenge.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL authentication (?:failure|problem): (?:Remote sent first but mech does not allow it\.?|CRAM-MD5 does not accept initi?al data)$/,
        specimen:
          'postfix/submission/smtpd[51]: warning: SASL authentication failure: Remote sent first but mech does not allow it.',
        strength: 'names',
        program: /smtpd$/,
      },
      { ...failedWith('(?!PLAIN |LOGIN |NTLM )\\S+', 'bad protocol / cancel'), strength: 'accompanies' },
      clientGets(/553[ -]Initial data not expected/, '553 Initial data not expected'),
    ],
    facts: [],
    client: badProtocolReply,
  },
  repair: {
    words: 'Let the client send AUTH with the mechanism alone, and answer the 334.',
    commands: [],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', lines: ['AUTH CRAM-MD5 YWxpY2U=', 'QUIT'] }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [authManual],
};
