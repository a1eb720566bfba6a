import type { Check } from '../check';
import { lapseChecks } from './lapse';

/** sasldb as saslpasswd2 makes it, for root alone; and then as the how-to has it, for the group postfix. */
export function unreadableSasldb(): readonly Check[] {
  return lapseChecks({
    name: 'sasldb-unreadable',
    words: '/etc/sasldb2 is root:root and 600',
    rows: [16],
    variant: { name: 'sasldb-unreadable', before: 'chown root:root /etc/sasldb2; chmod 600 /etc/sasldb2' },
    end: 'chgrp postfix /etc/sasldb2; chmod 640 /etc/sasldb2',
    // warning: SASL authentication problem: unable to open Berkeley db /etc/sasldb2: Permission denied
    line: /^warning: SASL authentication problem: unable to open .* \/etc\/sasldb2: Permission denied$/,
  });
}
