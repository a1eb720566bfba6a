import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'relay-client/basic-authentication-disabled',
  kind: 'fault',
  title: 'the provider’s settings or policies do not allow this login with a password',
  cause:
    'Microsoft 365 takes no password by SMTP any more unless the tenant and the mailbox allow it (SMTP AUTH), and says so in its refusal. Security defaults, an authentication policy, or a Conditional Access rule that asks for a second factor or another place (did not meet the criteria) refuse it as well. The password is not to blame: it may be right.',
  symptoms: {
    log: [
      {
        pattern:
          /SASL authentication failed; server \S+ said: [45]\d\d.*(?:basic authentication is disabled|SmtpClientAuthentication is disabled|did not meet the criteria|Basic authentication is not supported|security defaults policy)/,
        specimen:
          'postfix/smtp[9]: B9612B: to=<bob@example.com>, relay=smtp.office365.com[192.0.2.30]:587, delay=1, delays=0.1/0/0.9/0, dsn=5.7.139, status=deferred (SASL authentication failed; server smtp.office365.com[192.0.2.30] said: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com])',
        strength: 'names',
      },
      clientGets(
        /5\d\d[- ]5\.7\.(?:139|30) .*(?:basic authentication is disabled|SmtpClientAuthentication is disabled|did not meet the criteria|Basic authentication is not supported|security defaults policy)/,
        'Error: Invalid login: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      ),
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words:
      'Allow SMTP AUTH for this mailbox in the tenant, or log in with a token (XOAUTH2), or relay by a connector that knows this server’s address. The sign-in log of the tenant names the policy that refused.',
    commands: ['postconf -n | grep smtp_sasl'],
  },
  unreproduced: 'It is a refusal of one provider, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  ],
};
