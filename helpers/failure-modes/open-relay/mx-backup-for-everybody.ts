import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone, parameter } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/mx-backup-for-everybody',
  kind: 'exposure',
  title: 'permit_mx_backup relays for every domain that names the server as its MX',
  cause:
    'permit_mx_backup takes mail for each domain whose MX records name this server. Anybody can put it into the MX ' +
    'records of a domain of theirs, and the server then stores and forwards their mail. permit_mx_backup_networks, ' +
    'which would narrow that to certain primary servers, is empty.',
  symptoms: {
    log: [],
    facts: [
      alone(
        permitsBeforeRefusal('every list that refuses to relay has permit_mx_backup before it', /^permit_mx_backup$/),
      ),
      parameter('permit_mx_backup_networks', /^$/, 'permit_mx_backup_networks is empty'),
    ],
    client: '250 2.1.5 Ok for recipients of a domain with the server among its MX',
  },
  repair: {
    words: 'Name the domains in relay_domains instead.',
    commands: [
      'postconf -e "relay_domains = customer.example"',
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e proxy_interfaces=192.0.2.1
${inRelayList('permit_mx_backup')}`,
    provoke: [mailOfStranger],
    repair: mendRelayList(),
    zones: [
      {
        suffix: 'elsewhere.example',
        kind: 'records',
        records: [
          { name: 'elsewhere.example', type: 'MX', data: '10 mx.elsewhere.example' },
          { name: 'elsewhere.example', type: 'MX', data: '20 mail.example.test' },
          { name: 'mx.elsewhere.example', type: 'A', data: '203.0.113.25' },
        ],
      },
    ],
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: ['https://www.postfix.org/postconf.5.html#permit_mx_backup'],
};
