import type { FailureMode } from '../../model/failure-mode';
import { isRelayhost, queued, relayhostSet, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/relayhost-not-answered',
  kind: 'fault',
  title: 'no name server answers for the name of relayhost',
  cause:
    'Postfix has asked for the relayhost and got no answer, or SERVFAIL: the resolver of this machine or container is not reached (no gateway, port 53 closed, an internal network, systemd-resolved’s 127.0.0.53 in a container), smtp is chrooted without a resolv.conf, or the name servers of that domain are down. A name in /etc/hosts alone fails so too, though `getent hosts` tells it: Postfix looks there with smtp_host_lookup = native, and with `dns, native` only where DNS denies the name, so not after this line.',
  symptoms: {
    log: [
      {
        ...smtp(
          /Host or domain name not found\. Name service error for name=(\S+) type=(?:A|AAAA|MX): Host not found, try again/,
          '2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=0.2, delays=0.1/0.1/0/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=smarthost.example.test type=A: Host not found, try again)',
          'suggests',
        ),
        applies: ({ 1: name = '' }, { mainCf }) => {
          const relayhost = mainCf?.get('relayhost')?.value ?? '';
          return relayhost !== '' && isRelayhost(name, relayhost);
        },
      },
    ],
    facts: [relayhostSet],
    client: queued,
  },
  repair: {
    words:
      'Ask DNS from where Postfix runs, and give it a resolver that answers; let it look into /etc/hosts if the name is nowhere else.',
    commands: [
      'cat /etc/resolv.conf /var/spool/postfix/etc/resolv.conf',
      'dig smarthost.example.test A | grep -E "status:|timed out|SERVER"   # what Postfix gets',
      'yum install bind-utils   # if there is no dig; Debian: apt-get install dnsutils',
      'grep smarthost.example.test /etc/hosts; postconf smtp_host_lookup',
      'postconf -e "smtp_host_lookup = native"; systemctl reload postfix   # for a name in /etc/hosts; relayhost in brackets then',
      'ip route',
    ],
  },
  unreproduced: 'It takes a resolver that does not answer.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#relayhost',
    'https://www.postfix.org/postconf.5.html#smtp_host_lookup',
  ],
};
