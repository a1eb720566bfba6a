import { rejects } from '../../shared/log-signs';
import {
  listFact,
  loginPermit,
  precedes,
  recipientListFact,
  refusesUsers,
  smtpdFact,
} from '../../shared/restriction-lists';

export const clientRejected = rejects(
  /<[^>]*>: Client host rejected: Access denied;/,
  'postfix/submission/smtpd[880]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'suggests',
);

export const recipientRejected = rejects(
  /<[^>]*>: Recipient address rejected: Access denied;/,
  'postfix/submission/smtpd[413]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <x@elsewhere.example>: Recipient address rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'suggests',
);

export const loginOnlyHere = (name: string) => (value: ReadonlyMap<string, string>) =>
  /permit_sasl_authenticated,reject$/.test((value.get(name) ?? '').replaceAll(' ', ''));

export const clientListRejectsUsers = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions of main.cf rejects, and does not permit those who logged in',
  (list) => refusesUsers(list) && !list.includes('permit_sasl_authenticated'),
);

export const listRejectsUsersOutright = recipientListFact(
  'a list for recipients rejects all, and does not permit those who logged in',
  (list) => precedes(list, /^(?:reject|defer)$/, loginPermit) && !list.includes('permit_sasl_authenticated'),
);

/** The options of submission have got to the service for other servers. */
export const loginOnlyAtPort25 = smtpdFact(
  'the service smtp of master.cf has smtpd_client_restrictions=permit_sasl_authenticated,reject',
  ({ name, options }) =>
    isPort25(name) &&
    /^permit_sasl_authenticated,(?:.*,)?reject$/.test(
      (options.get('smtpd_client_restrictions') ?? '').replaceAll(' ', ''),
    ),
);

/** Whether a service of master.cf is the one for other servers. */
const isPort25 = (name: string) => /^(?:.*:)?(?:smtp|25)$/.test(name);
