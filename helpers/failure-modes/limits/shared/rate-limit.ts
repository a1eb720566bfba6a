import type { ClientStep, FailureMode, LogSign } from '../../../model/failure-mode';
import { client } from './connections';

/** smtpd counts with anvil and refuses what is too much. */
export const exceeded = (what: string): LogSign => ({
  pattern: new RegExp(`^warning: ${what} exceeded: \\d+ from \\S+ for service \\S+$`),
  specimen: `postfix/smtpd[144]: warning: ${what} exceeded: 3 from ${client} for service smtp`,
  strength: 'names',
});

export const twice = (step: ClientStep): readonly ClientStep[] => [step, step];

export const shared =
  'Clients in mynetworks are not counted (smtpd_client_event_limit_exceptions). Behind NAT, or where a container ' +
  'engine hides the addresses of clients, everybody shares one count.';

export const limitsManual = 'https://www.postfix.org/TUNING_README.html#conn_limit';

export const parameterManual = (name: string) => `https://www.postfix.org/postconf.5.html#${name}`;

/** What differs from one limit to the next. */
interface RateLimit {
  readonly id: string;
  readonly parameter: string;
  readonly what: string;
  readonly title: string;
  readonly counts: string;
  readonly reply: string;
  readonly provoke: readonly ClientStep[];
  readonly noticedBy: readonly string[];
  readonly from?: string;
  readonly references?: readonly string[];
}

/** A limit of Postfix on how often a client may do something. */
export function rateLimit({
  id,
  parameter,
  what,
  title,
  counts,
  reply,
  provoke,
  noticedBy,
  from,
  references = [],
}: RateLimit): FailureMode {
  return {
    id,
    kind: 'fault',
    title,
    cause: `Postfix counts the ${counts} of each client within anvil_rate_time_unit, a minute, and puts off what exceeds ${parameter}. ${shared}`,
    symptoms: { log: [exceeded(what)], facts: [], client: reply },
    repair: {
      words:
        'Raise the limit above what honest clients need, or switch it off (0); and see that the log shows the real ' +
        'addresses of clients. A client that repeats itself without end is the one to be mended.',
      commands: [`postconf -e ${parameter}=0`, 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e ${parameter}=1`,
      provoke,
      repair: `postconf -e ${parameter}=0`,
      toldBy: 'log',
    },
    versions: from === undefined ? {} : { from },
    noticedBy,
    references: [parameterManual(parameter), limitsManual, ...references],
  };
}
