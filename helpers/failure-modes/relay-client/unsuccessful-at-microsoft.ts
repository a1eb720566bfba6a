import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { delivery, queued, smtp } from './shared/smarthost';
import { readme } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/unsuccessful-at-microsoft',
  kind: 'fault',
  title:
    'Microsoft’s server, Exchange Online or another Exchange, takes neither the password nor the token that it is given',
  cause:
    'Exchange says 5.7.3, or 5.7.139 with incorrect credentials, of a wrong password, of an account that may not log in by SMTP, is locked or has a second factor, and of a token that was issued by another end point, for another scope or for another mailbox. Which of these, only the sign-in log of the tenant, or of the domain, tells.',
  symptoms: {
    log: [
      smtp(
        /SASL authentication failed; server \S+ said: 535[- ]5\.7\.3 Authentication unsuccessful/,
        delivery(
          'dsn=4.7.3, status=deferred (SASL authentication failed; server smarthost.example.test[192.0.2.30] said: 535 5.7.3 Authentication unsuccessful)',
        ),
        'names',
      ),
      clientGets(
        /535[- ]5\.7\.(?:3 Authentication unsuccessful|139 Authentication unsuccessful, (?:the user credentials were incorrect|account locked))/,
        'Error: Invalid login: 535 5.7.3 Authentication unsuccessful',
      ),
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words:
      'Look up the login in the tenant’s sign-in log. With a password: allow authenticated SMTP for the mailbox. With a token: have it issued by the tenant’s own end point for https://outlook.office.com/SMTP.Send.',
    commands: [
      "postmap -q '[smarthost.example.test]:587' hash:/etc/postfix/relay_password",
      'sasl-xoauth2-tool test-token-refresh /etc/tokens/alice@example.test   # with XOAUTH2',
    ],
  },
  unreproduced: 'it needs an account at Microsoft',
  versions: {},
  noticedBy: [],
  references: [readme, 'https://github.com/tarickb/sasl-xoauth2/pull/5'],
};
