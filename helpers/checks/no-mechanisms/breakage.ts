import { mode as noplaintextBeforeTls } from '../../failure-modes/no-mechanisms/noplaintext-before-tls';
import { mode as anonymousAlone } from '../../failure-modes/no-mechanisms/only-anonymous-left';
import { mode as noPlugIns } from '../../failure-modes/no-mechanisms/plug-ins-missing';
import { mode as unreadableSmtpdConf } from '../../failure-modes/no-mechanisms/smtpd-conf-syntax';
import type { FailureMode } from '../../model/failure-mode';

/** A way to lose all mechanisms, as shell commands in the container: how to break the server and how to mend it. */
export interface Breakage {
  readonly name: string;
  /** What is wrong, completing "the server whose …". */
  readonly words: string;
  readonly inject: string;
  readonly repair: string;
  /** Whether the first client is dropped after a second, or is kept waiting from the start. */
  readonly firstClient: 'dropped' | 'waits';
  /** Whether the how-to would have one try its own repair here. */
  readonly howtoRepairIsTried: boolean;
}

/** The how-to's repair: a # before mech_list; its smtpd.conf has one before pwcheck_method too. */
export const howtoRepair = "sed -i 's/^[a-z]/#&/' /etc/sasl2/smtpd.conf";

/** mech_list names plug-ins that aren't there: CentOS as installed, with cyrus-sasl alone. */
export const plugInsMissing: Breakage = {
  ...howToBreak(noPlugIns),
  name: 'plug-ins-missing',
  words: 'mech_list names plug-ins that are not installed',
  firstClient: 'dropped',
  howtoRepairIsTried: true,
};

/** The same server after the how-to's repair: ANONYMOUS is all that is left, and noanonymous takes it away. */
export const onlyAnonymousLeft: Breakage = {
  ...howToBreak(anonymousAlone),
  name: 'only-anonymous-left',
  words: 'mech_list is commented out, as the how-to says, but no password plug-in is installed',
  firstClient: 'dropped',
  howtoRepairIsTried: true,
};

/** All that is installed and named is filtered away by the security options. */
export const allFiltered: Breakage = {
  ...howToBreak(noplaintextBeforeTls),
  name: 'all-filtered',
  words: 'smtpd_sasl_security_options exclude every mechanism of mech_list',
  firstClient: 'dropped',
  howtoRepairIsTried: false,
};

/** smtpd.conf can't be read: smtpd dies before it accepts anybody. */
export const diesAtStart: Breakage = {
  ...howToBreak(unreadableSmtpdConf),
  name: 'dies-at-start',
  words: 'smtpd.conf has a line without a colon',
  firstClient: 'waits',
  howtoRepairIsTried: false,
};

function howToBreak({ id, reproduction }: FailureMode): Pick<Breakage, 'inject' | 'repair'> {
  if (!reproduction) throw new Error(`${id} can't be reproduced, and the suite no-mechanisms asks such a server`);
  return { inject: reproduction.inject, repair: reproduction.repair };
}
