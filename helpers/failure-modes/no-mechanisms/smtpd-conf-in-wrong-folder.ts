import type { FailureMode } from '../../model/failure-mode';
import { absent, alone } from '../shared/facts';
import { isFile } from '../shared/sasl-files';
import { saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/smtpd-conf-in-wrong-folder',
  kind: 'fault',
  title: 'smtpd.conf is in a folder where this Postfix does not look',
  cause:
    "Debian's Postfix reads /etc/postfix/sasl/smtpd.conf and nothing else; CentOS has it in /etc/sasl2. A file in the " +
    'other place, or under another name, is not missed by anybody: SASL uses its defaults, offers all installed ' +
    'mechanisms and takes the passwords from sasldb2, whatever the file says.',
  symptoms: {
    log: [],
    facts: [
      alone(absent('/etc/postfix/sasl/smtpd.conf')),
      isFile('/etc/sasl2/smtpd.conf'),
      isFile('/usr/lib/postfix/sbin/smtpd'),
    ],
    client:
      'AUTH offers more mechanisms than mech_list has; `535 5.7.8 Error: authentication failed` for right passwords.',
  },
  repair: {
    words: 'Put the file where it is read, or a link to it, and restart Postfix.',
    commands: ['ln -s /etc/sasl2/smtpd.conf /etc/postfix/sasl/smtpd.conf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
rm /etc/postfix/sasl/smtpd.conf`,
    provoke: [],
    repair: 'ln -s /etc/sasl2/smtpd.conf /etc/postfix/sasl/smtpd.conf',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: [`${saslReadme}#server_cyrus_location`],
};
