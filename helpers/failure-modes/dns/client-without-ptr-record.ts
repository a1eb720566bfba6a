import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailOfStranger } from '../shared/client-steps';
import { refusal } from '../shared/log-signs';
import { privateIpv4 } from '../shared/relay-denied';
import { from } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/client-without-ptr-record',
  kind: 'client',
  title: 'a client for whose address no PTR record is found is rejected',
  cause:
    'reject_unknown_reverse_client_hostname rejects clients whose address has no PTR record, or for which smtpd gets no answer. Addresses of containers and of many lines at home have none; a mail server without one is most often a hijacked machine. Where all clients meet it, the server’s resolver does not answer, or a chrooted smtpd has no resolv.conf. A user’s program or a printer that meets this has not logged in: it belongs to the port for users.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^\\w+: reject: [A-Z]+ from (?!unknown\\[${privateIpv4}\\])\\S+: ${refusal}Client host rejected: cannot find your reverse hostname(?:, \\[|$)`,
        ),
        specimen: `postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[198.51.100.99]: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.99]; ${from}`,
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client:
      '450 4.7.25 (before Postfix 3.0: 4.7.1) Client host rejected: cannot find your reverse hostname, [198.51.100.99]',
  },
  repair: {
    words: 'The owner of the address sets a PTR record; for users, permit_sasl_authenticated goes before the check.',
    commands: [
      'dig +short -x 198.51.100.99',
      'cat /etc/resolv.conf /var/spool/postfix/etc/resolv.conf   # the second, where smtpd is chrooted',
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_reverse_client_hostname"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_unknown_reverse_client_hostname"',
    provoke: [{ ...mailOfStranger, vantage: 'nameless', to: 'local' }],
    repair: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unknown_reverse_client_hostname"`,
    toldBy: 'log',
  },
  versions: { from: '2.6' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#reject_unknown_reverse_client_hostname'],
};
