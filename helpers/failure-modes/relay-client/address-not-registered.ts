import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/address-not-registered',
  kind: 'fault',
  title: 'the smarthost knows its customers by address, and this server’s is not among them',
  cause:
    'Google’s smtp-relay.gmail.com and Microsoft’s …mail.protection.outlook.com take mail without a login from addresses that ' +
    'are registered with the account. The server’s address has changed, it goes out by another one (IPv6, NAT), or the sender’s ' +
    'domain is none of the account’s. No password is asked for.',
  symptoms: {
    log: [
      smtp(
        /status=(?:bounced|deferred) \(host \S+ said: [45]\d\d.*(?:Invalid credentials for relay|Mail relay denied \[|TenantAttribution|Unable to relay recipient in non-accepted domain|Unauthorized IP address)/,
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
      {
        pattern: /Domain \S*sandbox\S* is not allowed to send: |only send testing emails to your own email address/,
        specimen:
          '421 Domain sandbox0.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce: 550 5.7.1 Invalid credentials for relay, or 550 5.7.64 TenantAttribution, said by the smarthost',
  },
  repair: {
    words:
      'Register the address that the log shows with the provider; or log in instead, at the host and port that are for logins ' +
      '(smtp.gmail.com, smtp.office365.com, 587).',
    commands: [
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
