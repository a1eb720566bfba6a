import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/recipient-unknown-elsewhere',
  kind: 'client',
  title: 'the next server does not know a recipient',
  cause:
    'The mail was relayed, and the next server has nobody of that name: the address or its domain is misspelt, or its user has left. Nothing is wrong here then. Where a relayhost, transport_maps or an MX record leads to a server that does not have the domain’s mailboxes, it is that one that does not know them. “550 5.4.1 Recipient address rejected: Access denied” is Microsoft’s for an address that its tenant’s directory does not have (edge blocking), as while a domain moves to or from it. The sender gets the mail back.',
  symptoms: {
    log: [
      {
        // What a filter, or the way back from it, does not know is a matter of this server.
        pattern:
          /relay=(?!\S+\[(?:127\.|::1\])|\S+:100\d\d,)\S+\[[\d.a-fA-F:]+\]:\d+, .*status=bounced \(host \S+ said: 550[- ]5\.1\.1 (?!.*(?:[Rr]elay(?:ing)? (?:access )?denied|undeliverable address|[Bb]lack-?list|[Bb]lock-?list|\b[Bb]locked|\b[Ss]pam\b|[Nn]ot (?:allowed|authori[sz]ed|permitted))).*\(in reply to RCPT TO command\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mail.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.1.1, status=bounced (host mail.example.com[203.0.113.25] said: 550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command))',
        strength: 'names',
        program: programOf('smtp'),
      },
      {
        pattern:
          /^(?!.* relay=(?:\S+\[(?:127\.|::1\])|\S+:100\d\d,)).* said: 5(?:5[0-4]|11)[ -](?!.*(?:[Ss]ender|[Vv]erif|[Rr]elay|HELO|550[ -]5\.1\.1 )).*(?:[Nn]o such (?:user|recipient|mailbox|account)|[Rr]ecipient (?:not found|unknown|does not exist)|[Uu]ser (?:unknown|not found|does not exist|doesn.t exist)|[Uu]nknown user|Addressee unknown|doesn.t have a \S+ account|[Mm]ailbox (?:not found|does not exist)|#5\.1\.0 Address rejected|Recipient address rejected: (?:Access denied\. AS|Domain not found)).*\(in reply to RCPT TO command/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 No such user here (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      {
        // The same without what Postfix logs around it.
        pattern: /^(?!.* said: ).*550[ -]5\.4\.1 (?:\S+: )?Recipient address rejected: Access denied\. AS\b/,
        specimen: '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
        strength: 'names',
        alternative: true,
      },
      {
        // Exchange Online, by its directory; other forms have a period, AS(…), or the recipient in brackets.
        pattern: /host \S+ said: 550[ -]5\.4\.1 (?:\S+: )?Recipient address rejected: Access denied(?!\. AS)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<info@customer.test>, relay=customer-test.mail.protection.outlook.com[192.0.2.36]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.4.1, status=bounced (host customer-test.mail.protection.outlook.com[192.0.2.36] said: 550 5.4.1 [info@customer.test]: Recipient address rejected: Access denied [DB5EUR02FT012.eop-EUR02.prod.protection.outlook.com] (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -].*(?:(?<=550 )Invalid Recipient|email account that you tried to reach is (?:disabled|inactive)|recipient address \S+ is not a valid RFC|(?<=551 )User not local; please try|permanent failure for one or more recipients \([^)]*:(?:5\d\d[ -])?(?:5\.1\.1 |5\.4\.1 .*Access denied|.*(?:[Uu]ser unknown|[Uu]nknown user|does not exist)))/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.2.1 The email account that you tried to reach is disabled (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Correct the address, or the way that leads to that server.',
    commands: ['postcat -qh 87F043F2BE | grep -i ^to:', 'postconf relayhost transport_maps; dig +short example.com MX'],
  },
  unreproduced: 'The next server is another’s; the lab’s takes every recipient.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 3463 section 3.2',
    'RFC 5321 section 4.2.3',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-directory-based-edge-blocking',
  ],
};
