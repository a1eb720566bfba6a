import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-binary-not-saved',
  kind: 'fault',
  title: 'Dovecot can not write the compiled form of a Sieve script',
  cause:
    'Scripts are compiled when they are first used, and kept as .svbin beside the source. Global ones lie in a folder of root, where the process that delivers runs as the user and may not write; they are compiled again for each mail. A full disk or one mounted read-only does the same.',
  symptoms: {
    log: [
      {
        pattern:
          /does not have permission to save global Sieve script binaries|sieve: .*(?:binary )?save: failed to (?:create temporary file|save binary)|Failed to save script binary|sieve: .*mkdir_parents_chgrp\(.*svbin/,
        specimen:
          "dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: The LDA Sieve plugin does not have permission to save global Sieve script binaries; global Sieve scripts like `/var/lib/dovecot/sieve/default.sieve' need to be pre-compiled using the sievec tool",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Compile global scripts by hand after each change; give users’ folders to the users.',
    commands: ['sievec /var/lib/dovecot/sieve/default.sieve', 'ls -l /var/lib/dovecot/sieve'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/'],
};
