import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/loops-back',
  kind: 'fault',

  title: 'the next server for a domain is this server itself, or one that bears its name',
  cause:
    'By DNS or by relayhost the mail belongs here, but the domain is in none of mydestination, virtual_mailbox_domains, virtual_alias_domains and relay_domains with a transport of its own. Behind a router or in a container, proxy_interfaces does not tell the outside address. Where it is another machine that greets with this one’s name, both have the same myhostname: two servers, or a smarthost in a container, must differ in it. At 127.0.0.1 it is a content filter: its port is the wrong one, or the smtpd that takes mail back from it lacks `-o myhostname=localhost`.',
  symptoms: {
    log: [
      {
        pattern: /status=(?:bounced|deferred) \(mail for \S+ loops back to myself\)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<bob@example.test>, relay=none, delay=0.1, delays=0.1/0/0/0, dsn=5.4.6, status=bounced (mail for example.test loops back to myself)',
        strength: 'names',
      },
      {
        pattern: /^warning: host \S+ (?:greeted me|replied to HELO\/EHLO) with my own hostname /,
        specimen:
          'postfix/smtp[961]: warning: host mx.example.test[192.0.2.1]:25 greeted me with my own hostname mail.example.test',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /address rejected: (?:undeliverable|unverified) address: mail for \S+ loops back to myself/,
        specimen:
          'postfix/smtpd[714]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.1.1 <bob@example.test>: Recipient address rejected: undeliverable address: mail for example.test loops back to myself; from=<x@outside.example> to=<bob@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
        alternative: true,
      },
      {
        // ZoneMTA.
        pattern:
          /resolved for the Mail Exchange \(MX\) server of "[^"]*"\. The resolved IP address corresponds to a local interface/,
        specimen:
          'Sender/default/384216[3] id=hnrux6ckzzwih2jo 190b10341c000004cd.001 ERRCONNECT domain=example.test error=Unable to deliver email to the IP address [192.0.2.1] resolved for the Mail Exchange (MX) server of "example.test". The resolved IP address corresponds to a local interface.',
        strength: 'names',
        alternative: true,
      },
      {
        ...smtp(
          /^warning: relayhost configuration problem$/,
          'warning: relayhost configuration problem',
          'accompanies',
        ),
        alternative: true,
        alone: true,
      },
    ],
    facts: [],
    client: 'A bounce: 5.4.6 mail for … loops back to myself',
  },
  repair: {
    words: 'Name the domain in the class that it belongs to; for relayhost, name another server than this one.',
    commands: [
      'postconf -h myhostname proxy_interfaces; ip -brief address; dig +short MX example.test',
      'postconf mydestination virtual_mailbox_domains relay_domains relayhost',
      'postconf -e "mydestination = $(postconf -h mydestination), example.test"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e 'relayhost = [127.0.0.1]:25'`,
    provoke: [mailFromInside],
    repair: 'postconf -X relayhost',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/ADDRESS_CLASS_README.html',
    'https://www.postfix.org/postconf.5.html#proxy_interfaces',
  ],
};
