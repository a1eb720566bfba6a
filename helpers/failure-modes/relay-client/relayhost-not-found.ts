import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { isRelayhost, noticedBy, password, queued, relayhostSet, smarthost, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/relayhost-not-found',
  kind: 'fault',
  title: 'relayhost is a name that DNS does not have',
  cause:
    'The name of relayhost is misspelt, or exists only in the network of the provider, or in /etc/hosts, where Postfix ' +
    'does not look unless smtp_host_lookup says native. Without brackets it is looked up as a domain with MX records.',
  symptoms: {
    log: [
      {
        ...smtp(
          /(?:Host or domain name not found\. Name service error for name=(\S+) type=(?:A|AAAA|MX): Host (?:(?:or domain name )?not found|found but no data record)|unable to look up host (\S+): )/,
          '2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=0.2, delays=0.1/0.1/0/0, dsn=4.3.5, status=deferred (Host or domain name not found. Name service error for name=smarthost.example.test type=A: Host not found)',
          'suggests',
        ),
        applies: ({ 1: name, 2: native = '', input }, { mainCf }) =>
          (input.includes('try again') ? !mainCf?.get('relayhost')?.value : !input.includes(`@${name ?? native}>, `)) &&
          isRelayhost(name ?? native, mainCf?.get('relayhost')?.value ?? ''),
      },
      {
        ...smtp(
          /^warning: relayhost configuration problem$/,
          'warning: relayhost configuration problem',
          'accompanies',
        ),
        alternative: true,
      },
    ],
    facts: [relayhostSet],
    client: queued,
  },
  repair: {
    words: 'Correct the name; brackets for a host, none for a domain with MX records.',
    commands: [
      'postconf -h relayhost',
      "postconf -e 'relayhost = [smarthost.example.test]:587'",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e 'relayhost = [smart-host.example.test]:587'`,
    provoke: [mailFromInside],
    repair: `postconf -e 'relayhost = [127.0.0.1]:2525'`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#relayhost'],
};
