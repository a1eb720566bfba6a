import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailu-resolver-without-dnssec',
  kind: 'fault',
  title: 'Mailu’s admin container waits for a resolver that answers and validates DNSSEC',
  cause:
    'Before it starts, it asks each name server of its resolv.conf for example.org, and waits until the answer is marked as validated. The others ask it for users and domains, so logins and mail fail meanwhile. 127.0.0.11 is Docker’s own, which only passes the question on: to Mailu’s resolver, where dns: of the service names its address and it runs, else to the host’s, which mostly validates nothing. “is not working” means no answer at all, as where a firewall closes port 53.',
  symptoms: {
    log: [
      {
        pattern: /Your DNS resolver at \S+ (?:isn't doing DNSSEC validation|is not working \()/,
        specimen:
          "CRITICAL:root:Your DNS resolver at 127.0.0.11 isn't doing DNSSEC validation; Please see https://mailu.io/2.0/faq.html#the-admin-container-won-t-start-and-its-log-says-critical-your-dns-resolver-isn-t-doing-dnssec-validation.",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, or a login that fails whatever the password is.',
  },
  repair: {
    words:
      'Start Mailu’s resolver and name its address by dns: in each service that depends on it, or let the host’s resolver validate. Let it out by port 53, UDP and TCP; its clock must be right.',
    commands: [
      'docker compose ps resolver; docker compose logs --tail 20 resolver',
      'grep -nA2 -E "dns:|resolver:|ipv4_address" docker-compose.yml',
      'yum install bind-utils   # Debian: apt-get install bind9-dnsutils',
      'dig +adflag @192.168.203.254 example.org | grep flags   # the resolver’s address; “ad” must be among them',
    ],
  },
  unreproduced: 'Our images are not those of Mailu, and have no such start script.',
  versions: {},
  noticedBy: [],
  references: ['https://mailu.io/2.0/faq.html'],
};
