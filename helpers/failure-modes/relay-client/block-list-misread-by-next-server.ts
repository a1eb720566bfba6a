import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/block-list-misread-by-next-server',
  kind: 'fault',
  title: 'the next server takes a block list’s refusal to answer for a listing',
  cause:
    'The next server asks Spamhaus by way of a public or overused resolver. Spamhaus answers nothing but an error to such a one, as an address from 127.255.255.252 up, and the server takes every answer for “listed”, of whatever client. The address at the end of the link is its resolver’s, not yours. The reply does not say that this server is listed, and no removal from a list mends it: the one who runs the next server must. Where that is a gateway of your own, it is yours to mend.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:Error: open resolver|\/returnc\/)/,
        delivery(
          'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 554 5.7.1 Service unavailable; Client host [203.0.113.10] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/172.253.1.130/ (in reply to RCPT TO command))',
        ),
        'names',
      ),
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words:
      'Tell the postmaster of the next server, by another way, to ask lists through a resolver of its own and to count 127.0.0.x alone. See that this server is indeed not listed.',
    commands: [
      'dig -x 172.253.1.130 +short   # whose resolver: the address at the end of the link',
      'dig +short 10.113.0.203.zen.spamhaus.org   # this server’s address backwards; 127.255.255.x: your resolver is refused as well; 127.0.0.x: listed',
      'postconf relayhost transport_maps   # whether the next server is one of your own',
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination, reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]"   # on the next server, if it is Postfix',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.spamhaus.org/faqs/dnsbl-usage/',
    'https://www.postfix.org/postconf.5.html#reject_rbl_client',
    'RFC 5782',
  ],
};
