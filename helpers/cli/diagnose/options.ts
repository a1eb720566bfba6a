import { Command } from '@commander-js/extra-typings';
import { repeatable } from '../shared/parse';
import type { Declaration } from '../shared/subcommand';

/** What `diagnose` takes. */
export function declareDiagnose() {
  const command = new Command('diagnose')
    .description(
      "Reads a mail server's log and configuration and says which known failure modes they show, how certain that is, " +
        'and what mends it. Nothing is changed and nothing leaves this machine.',
    )
    .argument(
      '[path...]',
      'in any number and order, recognised by content and not by name: a log (syslog, journalctl, docker logs, pasted ' +
        'lines; plain or gzip), main.cf, master.cf, smtpd.conf, the output of postconf, a directory with them ' +
        '(/etc/postfix, /var/log, the root of an image); - for standard input',
    )
    .optionsGroup('What to read:')
    .option(
      '--container <name>',
      'a container: its configuration, files, processes and log; of one that has ended the log; repeatable, for a server that ' +
        'is several of them',
      repeatable((name) => name),
    )
    .option('--compose <file>', 'all containers that Compose has made of this file')
    .option(
      '--follow [file]',
      'go on reading this log as it grows, or without FILE those of the containers, and name each failure as it happens, once ' +
        'after each start of the server, until interrupted; paths are the configuration',
    )
    .optionsGroup('What to show:')
    .option('--all', 'also what is only possible, and what is harmless, in full')
    .option('--json', 'the diagnosis as JSON')
    .option('--sarif', 'the diagnosis as SARIF 2.1.0, for code scanning');
  return {
    command,
    usage: [['[options] PATH...', 'diagnose what they show']],
    exitStatus: [
      [0, 'nothing wrong was found'],
      [1, 'something was'],
      [2, 'wrong usage, or nothing of a mail server could be read'],
    ],
    notes: [
      'The more of the configuration it sees, the more it can tell. On a server without this tool, as root: ' +
        'sh helpers/diagnosis/facts.sh > facts.txt; then give facts.txt as a PATH.',
    ],
    examples: [
      'npm run diagnose -- /var/log/maillog /etc/postfix/main.cf',
      'journalctl -u postfix -o json | npm run diagnose -- - /etc/postfix',
      'npm run diagnose -- --container mail',
      'postconf -n | npm run diagnose -- -',
      'npm run diagnose -- --compose compose.yaml',
      'npm run diagnose -- --follow /var/log/maillog /etc/postfix',
      'npm run diagnose -- --container mail --follow',
    ],
  } as const satisfies Declaration<unknown>;
}
