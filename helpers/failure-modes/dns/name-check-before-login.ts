import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { nameCheckFirst, nameNotFound } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/name-check-before-login',
  kind: 'fault',
  title: 'clients without a reverse name are rejected even when they log in',
  cause:
    'reject_unknown_client in smtpd_client_restrictions rejects clients whose address has no PTR record, or one that ' +
    'does not point back. Users at home and on the road often have none. There is no permit_sasl_authenticated ' +
    'before it, so that a login does not help.',
  symptoms: {
    log: [nameNotFound],
    facts: [nameCheckFirst],
    client:
      '235 2.7.0 Authentication successful, then 450 4.7.25 (before Postfix 3.0: 4.7.1) Client host rejected: cannot ' +
      'find your hostname, [198.51.100.99]',
  },
  repair: {
    words: 'Permit those who logged in before the check.',
    commands: [
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname"',
    provoke: [{ ...mailOfUser, vantage: 'nameless' }],
    repair:
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname"',
    toldBy: 'log and facts',
  },
  versions: {},
  // The checks expect just this of the how-to's server, and so does the how-to.
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3298',
  ],
};
