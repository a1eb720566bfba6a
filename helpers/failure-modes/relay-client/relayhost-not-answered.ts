import type { FailureMode } from '../../model/failure-mode';
import { isRelayhost, queued, relayhostSet, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/relayhost-not-answered',
  kind: 'fault',
  title: 'no name server answers for the name of relayhost',
  cause:
    'Postfix has asked for the relayhost and got no answer, or SERVFAIL: the resolver of this machine or container is not reached (no gateway, port 53 closed, an internal network, systemd-resolved’s 127.0.0.53 in a container), smtp is chrooted without a resolv.conf, or the name servers of that domain are down.',
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
    words: 'Ask from where Postfix runs, and give it a resolver that answers.',
    commands: [
      'cat /etc/resolv.conf /var/spool/postfix/etc/resolv.conf',
      'getent hosts smarthost.example.test',
      'ip route',
    ],
  },
  unreproduced: 'It takes a resolver that does not answer.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#relayhost'],
};
