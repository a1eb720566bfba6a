import type { FactSign, LogSign } from '../../../model/failure-mode';
import { isChrooted } from '../../../postfix/defaults';
import { cannotFindHostname, namelessClientReply } from '../../../postfix/replies';
import { rejects } from '../../shared/log-signs';
import { privateIpv4 } from '../../shared/relay-denied';
import { listFact, precedes, smtpdFact } from '../../shared/restriction-lists';

export const from = 'from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>';

export const domainNotFound = (
  who: 'Sender' | 'Recipient',
  status: '1.8' | '1.2',
  strength: LogSign['strength'],
): LogSign =>
  rejects(
    new RegExp(`<.*>: ${who} address rejected: Domain not found;`),
    `postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.${status} <x@nowhere.example>: ${who} address rejected: Domain not found; ${from}`,
    strength,
  );

/** smtpd asks for the sender's and the recipient's domain alike. */
export const anyDomainNotFound = rejects(
  /<.*>: (?:Sender|Recipient) address rejected: Domain not found;/,
  domainNotFound('Sender', '1.8', 'suggests').specimen,
  'suggests',
);

const nameNotFoundOf = (address: string) =>
  rejects(
    new RegExp(`${cannotFindHostname}, \\[${address}`),
    `postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[198.51.100.99]: ${namelessClientReply}, [198.51.100.99]; ${from}`,
    'suggests',
  );

export const nameNotFound = nameNotFoundOf('');

/** The same of a client of the world, not of a network of the server’s own. */
export const nameOfStrangerNotFound = nameNotFoundOf(`(?!${privateIpv4}\\])`);

export const chrooted: FactSign = smtpdFact(
  'an smtpd service of master.cf is chrooted',
  (service, facts) => isChrooted(service, facts) ?? false,
);

const nameCheck = /^reject_unknown_client(?:_hostname)?$/;

export const nameCheckFirst = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions rejects clients without a name before it permits a login',
  (list) => precedes(list, nameCheck, /^permit_sasl_authenticated$/),
);
