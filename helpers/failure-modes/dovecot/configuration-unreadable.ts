import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/configuration-unreadable',
  kind: 'fault',
  title: 'a program of Dovecot may not read its configuration',
  cause:
    'dovecot-lda, doveadm and doveconf run with the rights of whoever calls them, and read dovecot.conf themselves or ask the socket config: a file that it includes, with a database’s password or a key, is only for root. Auth reads the files of SQL and LDAP itself, and master reads all as root; where these are refused, look for a folder that is closed, SELinux or AppArmor.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:doveconf|lda|doveadm|config|dovecot-lda)\S*: (?:Fatal|Error): .*(?:open\(|Can't open (?:configuration )?file |access\(|stat\(|net_connect_unix\()\S*(?:\S*\/dovecot\S*\.conf\S*|\/config)\)?(?: failed)?: Permission denied|Error reading configuration: .*\/config\) failed: Permission denied/,
        specimen:
          'dovecot: lda(alice)<1><x>: Fatal: Error reading configuration: net_connect_unix(/run/dovecot/config) failed: Permission denied',
        strength: 'names',
      },
      {
        pattern: /auth: Fatal: open\(\/\S*dovecot\S*\.conf\S*\) failed: Permission denied/,
        specimen: 'dovecot: auth: Fatal: open(/etc/dovecot/dovecot-sql.conf.ext) failed: Permission denied',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Couldn't open include file \S+: Permission denied/,
        specimen:
          "dovecot: doveconf: Fatal: Error in configuration file /etc/dovecot/conf.d/10-auth.conf line 122: Couldn't open include file /etc/dovecot/conf.d/auth-ldap.conf.ext: Permission denied",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Use LMTP, which needs none of it, or let the user read the configuration without its secrets.',
    commands: [
      'ls -l /etc/dovecot /etc/dovecot/conf.d',
      'sudo -u vmail doveconf -n >/dev/null',
      'namei -l /run/dovecot/config /etc/dovecot/dovecot-sql.conf.ext',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lda/'],
};
