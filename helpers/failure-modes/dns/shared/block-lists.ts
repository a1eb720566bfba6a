import type { LogSign } from '../../../model/failure-mode';
import type { Zone } from '../../../model/zone';
import { programOf } from '../../../postfix/log-lines';
import { rejects } from '../../shared/log-signs';
import { listFact, precedes } from '../../shared/restriction-lists';

/** The zones of lists that are no more, each with its sub-zones, as patterns. */
export const deadZones = {
  ordb: '(?:[\\w-]+\\.)*ordb\\.org',
  ahbl: '(?:[\\w-]+\\.)*ahbl\\.org',
  wirehub: '(?:[\\w-]+\\.)*wirehub\\.net',
  spamcop: 'spamcop\\.net',
  sorbs: '(?:[\\w-]+\\.)*sorbs\\.net',
  njabl: '(?:[\\w-]+\\.)*njabl\\.org',
} as const;

const anyDead = Object.values(deadZones).join('|');

/** `text` is a pattern of what stands behind the list’s name and its semicolon; `|$` where nothing may. */
export const blocked = (zone: string, specimen: string, strength: LogSign['strength'], text: string): LogSign => ({
  ...rejects(
    new RegExp(`Service unavailable; .* blocked using ${zone}(?:;${text})`),
    `postfix/smtpd[278]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using ${specimen}; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
    strength,
  ),
  program: programOf('(?:smtpd|postscreen)'),
});

export const listsFirst = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions asks lists before it permits a login',
  (list) => precedes(list, /^reject_(?:rbl|rhsbl)_/, /^permit_sasl_authenticated$/),
);

export const answersAll = (suffix: string, address = '127.0.0.2', text?: string): Zone => ({
  suffix,
  kind: 'everything',
  address,
  ...(text !== undefined && { text }),
});

export const liveList = `(?!(?:${anyDead})(?:;|$))\\S+?`;
