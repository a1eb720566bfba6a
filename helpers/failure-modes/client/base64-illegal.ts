import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { authManual, badLogin, badPlain, badProtocolReply, failedWith, says } from './shared/failed-logins';

const badOther = failedWith('(?!PLAIN |LOGIN |NTLM )\\S+', 'bad protocol / cancel');

const illegal = 'al!ce$$$';

export const mode: FailureMode = {
  id: 'client/base64-illegal',
  kind: 'client',
  title: 'a client sends credentials that can’t be decoded as base64',
  cause:
    'There is something in the answer that base64 does not know: a password typed as it is, spaces between, or the alphabet for URLs with - and _. Exim and others say the same of an answer that is cut off or lacks its padding. The server cannot read it, and does not get as far as checking a password.',
  symptoms: {
    log: [
      badOther,
      badLogin,
      badPlain,
      {
        // Exim.
        pattern: /authenticator failed for .*: 501 Invalid base64 data/,
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator failed for client.outside.example (client) [198.51.100.7]: 501 Invalid base64 data',
        strength: 'names',
        alternative: true,
      },
      clientGets(/501[ -](?:5\.\d\.\d )?(?:Invalid base64 data|cannot BASE64 decode)/, '501 Invalid base64 data'),
      clientGets(
        /(?:501|454)[ -](?:[45]\.\d\.\d )?(?:Can't decode base64|Invalid base64 (?:response|data)|Error decoding AUTH response)/,
        "501 5.5.2 Can't decode base64",
      ),
    ],
    facts: [],
    client: badProtocolReply,
  },
  repair: {
    words: 'Encode name and password with the usual alphabet; the server needs nothing.',
    commands: ["printf '\\0alice\\0secret' | base64"],
  },
  reproduction: {
    inject: '',
    provoke: says('AUTH LOGIN', illegal, `AUTH PLAIN ${illegal}`, 'AUTH CRAM-MD5', illegal),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [authManual, 'https://www.rfc-editor.org/rfc/rfc4648#section-4'],
};
