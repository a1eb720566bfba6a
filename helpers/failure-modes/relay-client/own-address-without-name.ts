import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';
import { cutGreeting } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/own-address-without-name',
  kind: 'fault',
  title: 'the next server is not content with the name of this server’s address, its PTR record',
  cause:
    'The address has no name, its name has not this address, it is not the name in EHLO, or it is one that the provider gives to all its customers. Only who owns the address, mostly the provider, can set it. With 450 it may be that the next server got no answer from DNS. Gmail speaks of PTR records and authentication for IPv6, where SPF and DKIM may be what is missing.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:cannot find your (?:reverse )?hostname|5\.7\.25|PTR (?:resource )?record|no DNS reverse|[Rr]everse DNS|[Rr]everse (?:host ?)?name|rDNS|reverse lookup|Fix reverse DNS|does not (?:have|match).*(?:reverse|PTR)|no host ?name|no DNS A-data)/,
        delivery(
          'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 550 5.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.7] (in reply to RCPT TO command))',
        ),
        'names',
      ),
      {
        // GMX; Haraka.
        pattern:
          /55[04][ -](?:5\.\d\.\d+ )?(?:Bad DNS PTR resource record|rDNS Lookup Failed)|<<< 55[04][ -].*PTR record|^(?!.* said: )(?:.*[^\d.])?55[04][ -].*[Nn]o (?:DNS reverse|reverse DNS) for/,
        specimen: '554-Bad DNS PTR resource record.',
        strength: 'names',
        alternative: true,
      },
      {
        // Gmail, as its bounces quote it.
        pattern:
          /^(?!.*(?: said: |Diagnostic-Code|SMTP error|stat=|reply=)).*(?:meet IPv6 sending guidelines|p=ipv6_authentication_error)/,
        specimen: 'not meet IPv6 sending guidelines regarding PTR records and',
        strength: 'names',
        alternative: true,
      },
      cutGreeting,
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Have the provider set the PTR record to a name that has this address, and use it as myhostname.',
    commands: [
      'dig +short -x 198.51.100.7; dig +short mail.example.test A',
      'postconf -h myhostname smtp_helo_name inet_protocols',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://support.google.com/mail/answer/81126', 'RFC 1912 section 2.1'],
};
