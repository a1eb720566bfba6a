import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-program-fails',
  kind: 'fault',
  title: 'a program that a Sieve script calls fails, or may not be called',
  cause:
    'pipe, filter and execute call only programs that lie in sieve_pipe_bin_dir, sieve_filter_bin_dir or sieve_execute_bin_dir, are plain files, and are not writable by everybody. Else it is not found. A program that ends with another code than 0, as sa-learn or rspamc without permission, counts as failed.',
  symptoms: {
    log: [
      {
        pattern:
          /sieve: .*(?:program [`'"]\S+[`'"] not found|failed to (?:execute to|pipe message to) program|executable \S+ for program \S+ is (?:not a regular file|world-writable)|failed to stat program|socket path \S+ for program)/,
        specimen: "dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: action pipe: program 'sa-learn.sh' not found",
        strength: 'names',
      },
      {
        pattern:
          /^(?=.*[Ss]ieve).*[Pp]rogram (?!\S*(?:sendmail|quota))(?:\S+: (?:.*: )?(?:Terminated with non-zero exit code|Terminated abnormally|Forcibly terminated with signal|Execution timed out)|exec:\S+ .*Terminated with non-zero exit code)/,
        specimen:
          'dovecot: imap(alice@example.test)<1><x>: Info: program exec:/usr/lib/dovecot/sieve-pipe/sa-learn.sh (1): Terminated with non-zero exit code 1',
        strength: 'names',
        alternative: true,
      },
      {
        // Perhaps a script of a plug-in or a service.
        pattern:
          /^(?!indexer-worker|.*[Ss]ieve).*[Pp]rogram (?!\S*(?:sendmail|quota))(?:\S+: (?:.*: )?(?:Terminated with non-zero exit code|Terminated abnormally|Forcibly terminated with signal|Execution timed out)|exec:\S+ .*Terminated with non-zero exit code)/,
        specimen:
          'dovecot: imap(alice)<1><x>: Error: program /usr/local/bin/warn.sh: Terminated with non-zero exit code 75',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Put the program into the folder, make it executable, and run it by hand as the user of the mail.',
    commands: [
      'doveconf -n | grep bin_dir',
      'ls -l /usr/lib/dovecot/sieve-pipe',
      'sudo -u vmail /usr/lib/dovecot/sieve-pipe/sa-learn.sh </dev/null; echo $?',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/sieve/plugins/extprograms/'],
};
