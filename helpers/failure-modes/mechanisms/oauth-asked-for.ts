import type { FailureMode } from '../../model/failure-mode';
import { noMechanism, notAvailable, notFound } from './shared/refusals';

export const mode: FailureMode = {
  id: 'mechanisms/oauth-asked-for',
  kind: 'client',
  title: 'a client wants to log in with an OAuth token',
  cause:
    'The account in the mail program is set to OAuth2, as it must be for some large providers. A server with Cyrus ' +
    'SASL and passwords of its own has neither XOAUTH2 nor OAUTHBEARER.',
  symptoms: {
    log: [notFound('XOAUTH2|OAUTHBEARER', 'XOAUTH2', 'names'), notAvailable],
    facts: [],
    client: noMechanism,
  },
  repair: {
    words: 'Set the method in the client to "normal password", with TLS. The server needs nothing.',
    commands: [],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'lines', lines: ['AUTH XOAUTH2 dXNlcj1hbGljZQ=='] }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.rfc-editor.org/rfc/rfc7628'],
};
