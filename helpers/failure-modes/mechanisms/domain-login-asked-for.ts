import type { FailureMode } from '../../model/failure-mode';
import { noMechanism, notAvailable, notFound } from './shared/refusals';

export const mode: FailureMode = {
  id: 'mechanisms/domain-login-asked-for',
  kind: 'client',
  title: 'a client wants to log in with its Windows or Kerberos identity',
  cause:
    'The program is set to "secure password authentication" or "Kerberos", which mean NTLM and GSSAPI, and this ' +
    'server has neither. Bots ask for NTLM too.',
  symptoms: {
    log: [notFound('NTLM|GSSAPI|GSS-SPNEGO|GS2-\\S+|KERBEROS_V4', 'NTLM', 'names'), notAvailable],
    facts: [],
    client: noMechanism,
  },
  repair: {
    words: 'Switch "secure password authentication" off in the client, and use TLS. The server needs nothing.',
    commands: [],
  },
  reproduction: { inject: '', provoke: [{ kind: 'lines', lines: ['AUTH NTLM'] }], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc4752', 'https://www.rfc-editor.org/rfc/rfc4954#section-4'],
};
