import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/address-not-registered',
  kind: 'fault',
  title:
    'the next server does not relay for this one, whose address, certificate or sender’s domain it does not know as a customer’s',
  cause:
    'Google’s smtp-relay.gmail.com and Microsoft’s …mail.protection.outlook.com take mail without a login from addresses that are registered with the account. The server’s address has changed, it goes out by another one (IPv6, NAT), the sender’s domain is none of the account’s, or Exchange wants a login to relay. Said by the MX of the recipient, it is the recipient’s domain that is not, or no longer, set up there.',
  symptoms: {
    log: [
      smtp(
        /status=(?:bounced|deferred) \((?:host|SASL authentication failed; server) \S+ said: [45]\d\d.*(?:Invalid credentials for relay|Mail relay denied \[|TenantAttribution|Unable to relay recipient in non-accepted domain|Unauthorized IP address)/,
        delivery(
          'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 550-5.7.1 Invalid credentials for relay [198.51.100.30]. The IP address you’ve 550-5.7.1 registered in your Workspace SMTP Relay service doesn’t match domain of 550 5.7.1 the account this email is being sent from (in reply to RCPT TO command))',
        ),
        'names',
      ),
      // Google; Microsoft; Brevo.
      clientGets(
        /(?:550|52[05])[- ](?:5\.7\.\d+ )?.*(?:Invalid credentials for relay|Mail relay denied \[|TenantAttribution|Unable to relay recipient in non-accepted domain|Unauthorized IP address)/,
        'SMTP ERROR: RCPT TO command failed: 550 5.7.64 TenantAttribution; Relay Access Denied',
      ),
    ],
    facts: [],
    client: 'A bounce: 550 5.7.1 Invalid credentials for relay, or 550 5.7.64 TenantAttribution, said by the smarthost',
  },
  repair: {
    words:
      'Register the address that the log shows with the provider; or log in instead, at the host and port that are for logins ' +
      '(smtp.gmail.com, smtp.office365.com, 587).',
    commands: [
      'dig +short MX elsewhere.example   # is the server that refuses the smarthost, or the recipient’s own?',
      'postconf smtp_bind_address smtp_bind_address6 smtp_address_preference smtp_helo_name',
      "postconf -e 'inet_protocols = ipv4'   # where only the IPv4 address is registered",
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'It is the answer of a provider, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://support.google.com/a/answer/6140680',
    'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/relay-access-denied-smtp',
    'https://github.com/TreeBASE/treebase/issues/273',
    'https://github.com/Ombi-app/Ombi/issues/1442',
  ],
};
