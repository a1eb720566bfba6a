import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-storage-unusable',
  kind: 'fault',
  title: 'Dovecot does not get at a user’s Sieve scripts',
  cause:
    'The folder of the scripts is not there, has another owner, or is given relative to a home that the user database does not say. Or the link to the active script, .dovecot.sieve, is a plain file or points to nothing. Mail is then stored without sorting, or put off; clients of ManageSieve can not save.',
  symptoms: {
    log: [
      {
        pattern:
          /(?!.*Permission denied \(euid)(?:[Ff]ailed to (?:access (?:user's personal storage|active Sieve script|default script|\S+ script sequence)|open Sieve storage|stat sieve storage path|setup directory for binaries|list scripts:|(?:de)?activate Sieve(?: script)?:)|[Ss]ieve (?:storage (?:path|active script path)|script (?:file )?path) .*(?:relative to home directory|is not a directory|is a directory)|Could not find storage root directory for write access|Active sieve script (?:symlink|file) |Active script path \S+ is a directory|Binary storage path \S+ is relative|Sieve script storage not accessible|sieve: .*Script storage not (?:accessible|found))/,
        specimen:
          "dovecot: managesieve(alice@example.test)<1><x>: Error: sieve: file storage: Sieve storage path `~/sieve' is relative to home directory, but home directory is not available.",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'ManageSieve: NO "Failed to open Sieve storage."; nothing at SMTP.',
  },
  repair: {
    words: 'Give each user a home, and the folder to the user; let the active script be a link into it.',
    commands: [
      'doveadm user -f home alice@example.test',
      'ls -la /var/vmail/example.test/alice',
      'doveadm sieve list -u alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/'],
};
