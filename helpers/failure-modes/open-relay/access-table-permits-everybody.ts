import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/access-table-permits-everybody',
  kind: 'exposure',
  title: 'an access table permits everybody before anything refuses to relay',
  cause:
    'A check_client_access, or another access table, answers OK for every client: static:OK, a pattern that matches ' +
    'all, put there for a test. In smtpd_relay_restrictions and smtpd_recipient_restrictions OK means that the mail ' +
    'is relayed, whatever stands behind.',
  symptoms: {
    log: [],
    facts: [
      alone(
        permitsBeforeRefusal(
          'every list that refuses to relay has a table before it that says OK to everybody',
          /^(?:static|inline):\{?(?:\w+=)?(?:ok|permit|relay|\d+)\}?$/i,
        ),
      ),
    ],
    client: '250 2.1.5 Ok for any recipient, without a login',
  },
  repair: {
    words: 'Take the table out, or move it into smtpd_client_restrictions, where OK does not permit to relay.',
    commands: [
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: inRelayList('check_client_access static:OK'),
    provoke: [mailOfStranger],
    repair: mendRelayList(),
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
};
