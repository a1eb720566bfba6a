import type { FailureMode } from '../../model/failure-mode';
import { absent, alone } from '../shared/facts';
import { saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/smtpd-conf-among-plug-ins',
  kind: 'fault',
  title: 'a forgotten smtpd.conf in the folder of the plug-ins wins over /etc/sasl2/smtpd.conf',
  cause:
    'SASL before 2.1.23 had its configuration in the folder of the plug-ins, and looks there first to this day. A ' +
    'file left there by an old installation or an old how-to is the one that counts, and changes of ' +
    "/etc/sasl2/smtpd.conf have no effect. Debian's Postfix looks in /etc/postfix/sasl alone and is not concerned.",
  symptoms: {
    log: [],
    facts: [
      alone({
        words: '/usr/lib64/sasl2/smtpd.conf is there',
        look: 'ls -l /usr/lib64/sasl2/smtpd.conf',
        holds: ({ files }) => {
          const fact = files.get('/usr/lib64/sasl2/smtpd.conf');
          return fact && fact.kind !== 'absent';
        },
      }),
      absent('/usr/lib/postfix/sbin/smtpd'),
    ],
    client: 'AUTH as the forgotten file has it, or no greeting at all where that has nothing to offer.',
  },
  repair: {
    words: 'Keep what is needed of it in /etc/sasl2/smtpd.conf, remove it and restart Postfix.',
    commands: ['rm /usr/lib64/sasl2/smtpd.conf', 'systemctl restart postfix'],
  },
  unreproduced:
    "Debian's Postfix, on which failure modes are proven, does not read that file; seen with Postfix 2.10.1.",
  versions: {},
  noticedBy: [],
  references: [saslReadme],
};
