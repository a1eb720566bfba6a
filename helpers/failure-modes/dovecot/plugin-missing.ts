import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/plugin-missing',
  kind: 'fault',
  title: 'Dovecot can not load a plugin: it is not there, needs another one, or is not for this program',
  cause:
    'mail_plugins or a protocol names a plugin whose file is not in the folder of the modules: its package (dovecot-sieve, dovecot-managesieved, dovecot-solr) is not installed, or the name is misspelt. imap_quota needs quota, imap_acl needs acl; some are for one program only. A file that is there may lack a library or a right, or be of another build: the reason stands behind it. What loads it ends: no mail is delivered, or no login finishes.',
  symptoms: {
    log: [
      {
        pattern:
          /Plugin '?[\w-]+'? not found from directory|Couldn't load required plugin (?!.*for different (?:ABI )?version)|Can't load plugin |Plugin \S+ must be loaded also|mail_plugin_dir: access\(|Multiple files for module |dlopen\(\S*dovecot\S*\) failed: (?!.*version)/,
        specimen:
          "dovecot: imap(alice)<1><x>: Fatal: Plugin 'imap_quota' not found from directory /usr/lib/dovecot/modules",
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error; IMAP ends after the login',
  },
  repair: {
    words: 'Install the package, or take the name out of mail_plugins.',
    commands: [
      'doveconf -n | grep plugins',
      'ls /usr/lib/dovecot/modules',
      'yum install dovecot-pigeonhole   # Debian: apt-get install dovecot-sieve dovecot-managesieved',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/quota_plugin/'],
};
