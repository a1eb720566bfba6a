import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { parameter, toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'relay-client/mail-exchanger-refuses-connection',
  kind: 'fault',
  title: 'the connection to port 25 of a mail exchanger is refused, by it or in its name',
  cause:
    'Nothing listens at port 25 of where the mail is to go, or something answers in its name. Gmail and Outlook never refuse: of theirs it is this machine’s own firewall (a rule of OUTPUT with REJECT, csf’s SMTP_BLOCK, cPanel’s SMTP Restrictions), which lets only some users out, or a provider or router that refuses port 25 for every destination. If it is one destination, its DNS leads to a host that has no mail server: a domain without an MX goes to its web server or, in a local network, to its domain controller.',
  symptoms: {
    log: [
      {
        pattern: /^(?:\w+: to=.*status=deferred \()?connect to \S+\[[^\]]+\]:25: Connection refused\)?$/,
        specimen: 'postfix/smtp[961]: connect to mx.elsewhere.example[192.0.2.30]:25: Connection refused',
        strength: 'suggests',
        program: programOf('(?:smtp|error)'),
      },
    ],
    facts: [
      parameter('relayhost', /^$/, 'relayhost is not set'),
      toSee('whether other mail exchangers refuse as well', 'nc -vz gmail-smtp-in.l.google.com 25'),
    ],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words:
      'Try another destination by hand, as root and as postfix. If root gets through, change this machine’s firewall; if both are refused everywhere, send by a smarthost at 587.',
    commands: [
      'nc -vz gmail-smtp-in.l.google.com 25; runuser -u postfix -- nc -vz gmail-smtp-in.l.google.com 25',
      'iptables -S | grep -E "REJECT|owner"; nft list ruleset | grep -E "reject|skuid"; grep ^SMTP_ /etc/csf/csf.conf',
      'dig +short MX elsewhere.example',
      'postconf -e "relayhost = [smarthost.example.test]:587"; postfix reload; postqueue -f',
    ],
  },
  unreproduced: 'The closed world of the tests answers every connection.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5068 section 5', 'https://www.postfix.org/postconf.5.html#relayhost'],
};
