import type { FailureMode } from '../../model/failure-mode';
import { denied, ofElsewhere, ownDomain, privateIpv4, privateIpv6, usersMayRelay } from '../shared/relay-denied';

// from=<shop@example.test>, and the client is www.example.test.
const refusedToOwn = denied(`(?!(?:${privateIpv4}|${privateIpv6})\\])[^\\]]+`);
const refusedElsewhere = ofElsewhere({
  ...refusedToOwn,
  pattern: new RegExp(
    refusedToOwn.pattern.source.replace('[^\\s[]+', '(?<client>(?:[\\w-]+\\.)*(?<own>[\\w-]+\\.[\\w-]+))') +
      ' from=<[^>]*@(?:[\\w-]+\\.)*\\k<own>>',
    'i',
  ),
  specimen:
    'postfix/smtpd[9405]: NOQUEUE: reject: RCPT from www.example.test[203.0.113.10]: 554 5.7.1 <x@elsewhere.example>: Relay access denied; from=<shop@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<www.example.test>',
});

export const mode: FailureMode = {
  id: 'relay-refused/own-machine-outside-mynetworks',
  kind: 'fault',
  title: 'a machine of one’s own comes by its public address, which is not in mynetworks',
  cause:
    'A web application on the server, or on another machine of the same domain, sends by the server’s name and not by ' +
    'localhost: its address is the public one then, and mynetworks has the loopback only.',
  symptoms: {
    log: [
      {
        ...refusedElsewhere,
        // A stranger writes from a domain of its own too.
        applies: (match, facts) =>
          (refusedElsewhere.applies?.(match, facts) ?? true) && isWithin(match.groups?.client, ownDomain(facts)),
      },
    ],
    facts: [usersMayRelay],
    client: '454 4.7.1 or 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Let the program log in, or send to localhost; or name exactly that address.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128, 203.0.113.10/32"', 'systemctl reload postfix'],
  },
  unreproduced: 'On the reference server no client has a name of the server’s own domain.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#mynetworks',
    'https://github.com/anonaddy/anonaddy/issues/415',
    'https://github.com/anonaddy/anonaddy/issues/607',
  ],
};

/** Where the server's domain is not known, it may be. */
function isWithin(name = '', domain?: string): boolean {
  return domain === undefined || `.${name}`.toLowerCase().endsWith(`.${domain}`);
}
