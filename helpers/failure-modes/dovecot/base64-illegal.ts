import type { FailureMode } from '../../model/failure-mode';
import { says } from './shared/answers';

const illegal = 'al!ce$$$';

export const mode: FailureMode = {
  id: 'dovecot/base64-illegal',
  kind: 'client',
  title: 'a client sends Dovecot credentials that are not base64',
  cause:
    'What a client answers in a login is base64, and this is not: a name or password typed as it is, a line end or a ' +
    'blank inside, or the alphabet for URLs with - and _. Dovecot does not get as far as looking for a user.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: Invalid base64 data in (?:initial|continued) response(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/submission/smtpd[362]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: Invalid base64 data in continued response, sasl_username=(unavailable)',
        strength: 'names',
      },
      {
        pattern: /^auth\([^)]*\)<[^>]*>: Invalid base64 data in (?:initial response|continued response)/,
        specimen: 'dovecot: auth(?,203.0.113.9,sasl:plain)<Tq3gR7lE0cXLAHEJ>: Invalid base64 data in initial response',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /: Invalid base64 data in (?:initial )?response/,
        specimen: 'dovecot: auth: login(?,192.0.2.9): Invalid base64 data in initial response',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: Invalid base64 data in continued response',
  },
  repair: {
    words: 'Encode name and password with the usual alphabet, each in one line; the server needs nothing.',
    commands: ["printf '\\0alice\\0secret' | base64"],
  },
  reproduction: {
    image: 'dovecot',
    inject: '',
    provoke: says('AUTH LOGIN', illegal, `AUTH PLAIN ${illegal}`),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4', 'RFC 4648 section 4'],
};
