import { type Topic, topic } from './topic';

/** Names, ports and time. */
export const connections: readonly Topic[] = [
  topic(
    /getaddrinfo|ENOTFOUND|EAI_AGAIN|name or service not known|nodename nor servname|no such host|unknown ?host|name resolution|(?:resolve|look ?up|find|locate).*\bhost|host ?name? .*not (?:be )?(?:found|resolved)|server misbehaving|NXDOMAIN|name server|host not found|host or domain name|domain (?:name )?not found|\bDNS\b/i,
    `
    client/server-name-not-found relay-client/relayhost-not-found relay-client/relayhost-malformed
    permissions/chroot-hides-dns-from-delivery dns/chroot-without-resolv-conf dns/own-name-not-valid
    exim/smarthost-unreachable opensmtpd/next-server-unreachable sendmail/smarthost-unreachable
    courier/next-server-unreachable haraka/next-server-unreachable dns/client-without-ptr-record`,
  ),
  topic(
    /\/tcp\s+(?:closed|filtered)|connection refused|ECONNREFUSED|actively refused|10061|refused connection|could(?: not|n't) connect|(?:can ?not|can’t|can't|unable to|fail(?:ed|ure)? (?:to|in)) (?:\w+ )?(?:connect|open|reach|establish)|connect(?:ion)? .*(?:fail|could not)|not connect|connection (?:error|failure)/i,
    `
    client/nothing-listens client/connection-times-out client/server-name-not-found client/no-greeting
    relay-client/relayhost-does-not-answer relay-client/port-25-blocked exim/smarthost-unreachable
    opensmtpd/next-server-unreachable sendmail/smarthost-unreachable courier/next-server-unreachable
    haraka/next-server-unreachable services/service-does-not-answer dovecot/connection-lost`,
  ),
  topic(
    /ETIMEDOUT|time[ds]? ?-?out|TimeoutE|10060|i\/o timeout|no route to host|unreachable|no response|not respond/i,
    `
    client/connection-times-out client/no-greeting relay-client/port-25-blocked relay-client/no-way-by-ipv6
    relay-client/relayhost-does-not-answer relay-client/connection-breaks-off exim/smarthost-unreachable
    opensmtpd/next-server-unreachable sendmail/smarthost-unreachable courier/next-server-unreachable
    haraka/next-server-unreachable services/service-does-not-answer dovecot/lookup-times-out`,
  ),
];
