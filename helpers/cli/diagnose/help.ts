/** What `diagnose --help` says. */
export const diagnoseHelp = `\
Usage: npm run diagnose -- [options] PATH...

Reads a mail server's log and configuration and says which known failure modes they show, how certain that is, and what
mends it. Nothing is changed and nothing leaves this machine.

What to read, in any number and order; recognised by content, not by name:
  PATH               a log (syslog, journalctl, docker logs, pasted lines; plain or gzip), main.cf, master.cf, smtpd.conf,
                     the output of postconf, or a directory with them: /etc/postfix, /var/log, the root of an image
  -                  the same from standard input
  --container NAME   a running container: its configuration, files, processes and log; repeatable

What to show:
  --all              also what is only possible, and what is harmless, in full
  --json             the diagnosis as JSON
  --sarif            the diagnosis as SARIF 2.1.0, for code scanning
  --help, --version

Exit status: 0 nothing wrong was found; 1 something was; 2 wrong usage, or nothing of a mail
server could be read.

Examples:
  npm run diagnose -- /var/log/maillog /etc/postfix/main.cf
  journalctl -u postfix -o json | npm run diagnose -- - /etc/postfix
  npm run diagnose -- --container mail
  postconf -n | npm run diagnose -- -

The more of the configuration it sees, the more it can tell. On a server without this tool, as root:
  sh helpers/diagnosis/facts.sh > facts.txt; then give facts.txt as a PATH.
`;
