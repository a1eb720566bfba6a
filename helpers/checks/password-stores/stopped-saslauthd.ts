import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import type { Check } from '../check';
import { lapseChecks } from './lapse';

/** The shipped smtpd.conf without the how-to's `systemctl start saslauthd`. */
export function stoppedSaslauthd(): readonly Check[] {
  return lapseChecks({
    name: 'saslauthd-stopped',
    words: 'pwcheck_method is saslauthd and saslauthd is stopped',
    rows: [18],
    variant: {
      name: 'saslauthd-stopped',
      before: writeShippedSmtpdConf,
    },
    begin: 'mailctl stop-saslauthd',
    end: 'mailctl start-saslauthd',
    // A socket that is left over refuses; without one there is no such file.
    line: /^warning: SASL authentication failure: cannot connect to saslauthd server: (No such file or directory|Connection refused)$/,
  });
}
