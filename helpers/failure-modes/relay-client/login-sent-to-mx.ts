import type { FailureMode } from '../../model/failure-mode';
import { delivery, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/login-sent-to-mx',
  kind: 'fault',
  title: 'Postfix logs in at the recipient’s own server, where nobody has to',
  cause:
    'smtp_sasl_auth_enable is on, relayhost is not set or is passed over by a transport, and the table of passwords has an entry that fits every server. So the login goes to the MX of the recipient, which does not know it, and the mail waits.',
  symptoms: {
    log: [
      smtp(
        /SASL authentication failed; server (?:(?:mx\d*|aspmx|alt\d)[.-]\S+ said: [45]\d\d|\S+ said: 501[- ]Cannot decode)/,
        delivery(
          'dsn=4.0.0, status=deferred (SASL authentication failed; server mx1.elsewhere.example[192.0.2.30] said: 501 Cannot decode parameter - too long)',
        ),
        'names',
      ),
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words:
      'Set relayhost, with the brackets and the port with which the table has it; or let the table have that one entry only.',
    commands: [
      'postconf -n relayhost smtp_sasl_auth_enable smtp_sasl_password_maps transport_maps',
      "postconf -e 'relayhost = [smtp.example.test]:587'",
      'systemctl reload postfix && postqueue -f',
    ],
  },
  unreproduced: 'It is the answer of another’s server; that the login goes there is what its lines tell.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#client_sasl_enable'],
};
