import type { FailureMode } from '../../model/failure-mode';
import { findsNoAuth, loginFails } from './shared/client-words';
import { authWhereNoneIsOffered, givesUpBeforeAuth, leavesWithoutAuth } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/finds-no-auth',
  kind: 'client',
  title: 'a client that is to log in is offered no AUTH where it connects',
  cause:
    'The answer to EHLO has no AUTH: at that port it is off, as it often is at 25 on purpose; it is offered inside TLS ' +
    'only, and the client has not said STARTTLS; the client said HELO; or AUTH is off altogether.',
  symptoms: {
    log: [
      {
        // Postfix, to who says AUTH all the same; swaks; Python; Go; MailKit; msmtp; Swift Mailer; lettre (Rust); gen_smtp; mox.
        pattern:
          /5\.5\.1 Error: authentication not enabled|\*\*\* Host did not advertise authentication|SMTP Error \(250\)|SMTP Fehler \(250\)|Erreur SMTP \(250\)|SMTP AUTH extension not supported by server|smtp: server doesn't support AUTH|[Tt]he (?:SMTP )?server does not support authentication|using 0 possible authenticators|No (?:compatible|supported) authentication mechanisms? (?:was found|available)|Failed to find an authenticator supported by the SMTP server, which currently supports: ""|missing_requirement, ?[^,}]*, ?:?auth\b|authentication only allowed on submission ports|didn't like our AUTH LOGIN \(50[023]/,
        specimen: '*** Host did not advertise authentication',
        strength: 'names',
      },
      leavesWithoutAuth,
      authWhereNoneIsOffered,
      givesUpBeforeAuth,
      findsNoAuth,
      loginFails,
    ],
    facts: [],
    client: 'No 250-AUTH in the answer to EHLO',
  },
  repair: {
    words:
      'In the client: 587 with STARTTLS, or 465 with TLS. If AUTH is not offered there either, it is switched off on the server.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587   # then EHLO client',
      'postconf smtpd_sasl_auth_enable smtpd_tls_auth_only; postconf -P | grep -E "auth_enable|auth_only"',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 4954 section 4',
    'https://github.com/haraka/Haraka/issues/850',
    'https://github.com/prey/prey-bash-client/issues/77',
    'https://github.com/mjl-/mox/issues/74',
  ],
};
