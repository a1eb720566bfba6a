import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { clientRejected, recipientRejected } from './shared/rejected-users';

export const mode: FailureMode = {
  id: 'relay-refused/login-permitted-behind-reject',
  kind: 'fault',
  title: 'permit_sasl_authenticated stands behind reject, so it is ignored',
  cause:
    'Nothing that stands behind `reject` in a list can ever be asked; smtpd ' +
    'warns each time it comes there, and goes on without it. Users log in and are refused all the same.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: restriction [`'"]permit_sasl_authenticated['"] after [`'"](?!permit['"])\w+['"] is ignored$/,
        specimen: "postfix/smtpd[476]: warning: restriction `permit_sasl_authenticated' after `reject' is ignored",
        strength: 'names',
      },
      { ...recipientRejected, strength: 'accompanies' },
      { ...clientRejected, strength: 'accompanies' },
    ],
    facts: [],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Access denied',
  },
  repair: {
    words: 'Put permit_sasl_authenticated before reject.',
    commands: [
      'postconf -n | grep restrictions',
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject, permit_sasl_authenticated"',
    provoke: [mailOfUser],
    repair: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, permit"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#lists'],
};
