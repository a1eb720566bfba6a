import type { FailureMode } from '../../model/failure-mode';
import { nobodyAnswers, noticedBy, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/data-folder-not-postfix',
  kind: 'fault',
  title: 'Postfix may not write what it keeps in data_directory',
  cause:
    'master locks a file in data_directory, /var/lib/postfix, as the user postfix. Mostly the folder or the file belongs to somebody else: it is a volume or a bind mount that root or another image’s postfix has made. A closed folder above it, SELinux or AppArmor may be the reason as well. master ends as it starts, and no port is open.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: open lock file \S+\/master\.lock: cannot (?:open|create) file( exclusively)?: Permission denied$/,
        specimen:
          'postfix/master[1093]: fatal: open lock file /var/lib/postfix/master.lock: cannot open file: Permission denied',
        strength: 'names',
      },
      {
        pattern:
          /^(?:fatal|error|warning): (?:\S+ )?open (?:database )?\S*\/(?:\w+_scache|prng_exch|verify_cache|postscreen_cache)\S*: Permission denied/,
        specimen: 'postfix/tlsmgr[52]: fatal: open database /var/lib/postfix/smtpd_scache.db: Permission denied',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^warning: not owned by postfix: \S*(?:\/lib\/postfix\/\.|\/master\.lock)$/,
        specimen: 'postfix/postfix-script[9]: warning: not owned by postfix: /var/lib/postfix/.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Give it to postfix; a volume of another image has other numbers for the same names.',
    commands: [
      'namei -l "$(postconf -h data_directory)/master.lock"',
      'ausearch -m avc -ts recent; journalctl -k | grep apparmor=',
      'chown -R postfix "$(postconf -h data_directory)"',
      'postfix set-permissions',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'rm -f /var/lib/postfix/master.lock; chown root:root /var/lib/postfix; chmod 755 /var/lib/postfix',
    provoke: [],
    repair: 'chown postfix /var/lib/postfix',
    toldBy: 'log',
  },
  versions: { from: '2.5' },
  noticedBy,
  references: ['https://github.com/docker-mailserver/docker-mailserver/issues/545', setPermissions],
};
