import type { FactSign, LogSign, MasterService, ServerFacts } from '../../../model/failure-mode';
import { anyNamelessClientReply, namelessClientReply } from '../../../postfix/replies';
import { rejects } from '../../shared/log-signs';
import { listFact, precedes, smtpdFact } from '../../shared/restriction-lists';

export const from = 'from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>';

export const domainNotFound = (who: 'Sender' | 'Recipient', status: string, strength: LogSign['strength']): LogSign =>
  rejects(
    new RegExp(`[45]50 [45]${status} <.*>: ${who} address rejected: Domain not found;`),
    `postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4${status.replaceAll('\\', '')} <x@nowhere.example>: ${who} address rejected: Domain not found; ${from}`,
    strength,
  );

export const nameNotFound = rejects(
  new RegExp(`${anyNamelessClientReply}, \\[`),
  `postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[198.51.100.99]: ${namelessClientReply}, [198.51.100.99]; ${from}`,
  'suggests',
);

const isChrooted = ({ chroot }: MasterService, { mainCf, postfixVersion = '' }: ServerFacts): boolean => {
  if (chroot !== '-') return chroot === 'y';
  // `-` is y up to 2.11, and below level 1.
  const level = mainCf?.get('compatibility_level')?.value;
  return postfixVersion.startsWith('2.') || (mainCf !== undefined && Number.parseFloat(level ?? '0') < 1);
};

export const chrooted: FactSign = smtpdFact('an smtpd service of master.cf is chrooted', isChrooted);

const nameCheck = /^reject_unknown_client(?:_hostname)?$/;

export const nameCheckFirst = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions rejects clients without a name before it permits a login',
  (list) => precedes(list, nameCheck, /^permit_sasl_authenticated$/),
);
