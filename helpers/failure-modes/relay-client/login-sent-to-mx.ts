import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';
import { delivery, queued, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/login-sent-to-mx',
  kind: 'fault',
  title: 'Postfix logs in at a mail exchanger, where nobody has to',
  cause:
    'smtp_sasl_auth_enable is on, relayhost is not set or is passed over by a transport, and the table of passwords has an entry that fits every server. So the login goes to the MX of the recipient, which does not know it, and the mail waits.',
  symptoms: {
    log: [
      // Google’s, which are nobody’s smarthost.
      smtp(
        /SASL authentication failed; server (?:alt\d\.)?(?:aspmx\d?|gmail-smtp-in)\.\S+ said: [45]\d\d/,
        delivery(
          'dsn=4.7.8, status=deferred (SASL authentication failed; server alt1.aspmx.l.google.com[192.0.2.30] said: 503 5.5.1 Bad sequence of commands)',
        ),
        'names',
      ),
      smtp(
        /SASL authentication failed; server (?:mx\d*[.-]\S+ said: [45]\d\d|\S+ said: 501[- ]Cannot decode)/,
        delivery(
          'dsn=4.0.0, status=deferred (SASL authentication failed; server mx1.elsewhere.example[192.0.2.30] said: 501 Cannot decode parameter - too long)',
        ),
        'suggests',
      ),
    ],
    facts: [
      toSee(
        'the server in the line is the recipient’s mail exchanger, and not the smarthost',
        'postconf -h relayhost; dig +short MX elsewhere.example',
      ),
    ],
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
