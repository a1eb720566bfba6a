import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/policy-service-malformed',
  kind: 'fault',
  title: 'check_policy_service names no address that Postfix understands',
  cause:
    'Behind check_policy_service stands an address with its kind: inet:127.0.0.1:10023 or unix:private/policy. A kind ' +
    'alone, a blank behind its colon or another kind ends smtpd at every connection, before it has said a word.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:need service transport:endpoint instead of |invalid transport name: \S* in service: )/,
        specimen: 'postfix/smtpd[7509]: fatal: need service transport:endpoint instead of "inet"',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: 'The connection ends without a greeting.',
  },
  repair: {
    words: 'Write the address whole.',
    commands: ['postconf -n | grep check_policy_service', 'vi /etc/postfix/main.cf', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination, check_policy_service inet"`,
    provoke: [mailOfUser],
    repair: `sed -i 's/, check_policy_service inet$//; s/check_policy_service inet$//' /etc/postfix/main.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_POLICY_README.html'],
};
