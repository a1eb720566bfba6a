import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a directory holds that is worth reading. */
export interface FoundFiles {
  readonly paths: readonly string[];
  /** Whether this is a place where smtpd.conf would be, and there is none. */
  readonly lacksSmtpdConf: boolean;
}

/**
 * Looks through a directory: /etc/postfix, /etc, /var/log, the root of an image, or a folder of collected files. Where
 * nothing has a usual name, all its files are worth a look.
 */
export function findFiles(directory: string): FoundFiles {
  const there = (paths: readonly string[]) => paths.map((path) => join(directory, path)).filter(existsSync);
  const smtpdConf = there(smtpdConfs).slice(0, 1);
  const logs = logFolders.flatMap((folder) => logsIn(join(directory, folder)));
  const mailLogs = logs.filter(({ name }) => !/^(?:syslog|messages)/.test(name));
  const known = [
    ...there(configFolders.flatMap((folder) => [join(folder, 'main.cf'), join(folder, 'master.cf')])),
    ...smtpdConf,
    // syslog and messages repeat what the mail log has.
    ...(mailLogs.length > 0 ? mailLogs : logs).map(({ path }) => path),
  ];
  const isSystem = there(['etc/postfix', 'postfix']).length > 0;
  return {
    paths: known.length > 0 ? known : filesIn(directory).map((name) => join(directory, name)),
    lacksSmtpdConf: isSystem && smtpdConf.length === 0,
  };
}

const configFolders = ['.', 'postfix', 'etc/postfix'];

/** In the order in which Debian's Postfix and then Cyrus SASL look for it. */
const smtpdConfs = [
  ...['smtpd.conf', 'sasl/smtpd.conf', 'postfix/sasl/smtpd.conf', 'etc/postfix/sasl/smtpd.conf'],
  ...['sasl2/smtpd.conf', 'etc/sasl2/smtpd.conf', 'usr/lib64/sasl2/smtpd.conf', 'usr/lib/sasl2/smtpd.conf'],
];

const logFolders = ['.', 'log', 'log/mail', 'var/log', 'var/log/mail'];

/** maillog-20261101, mail.log.2.gz; mail.err and mail.warn only repeat lines of mail.log. */
const logName = /^(?:maillog|mail\.log|mail|postfix\.log|syslog|messages)(?:[.-].*)?$/;

function logsIn(folder: string) {
  return filesIn(folder)
    .filter((name) => logName.test(name) && !/^mail\.(?:err|warn|info)/.test(name))
    .map((name) => ({ name, path: join(folder, name) }));
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    // It isn't there or may not be read; a directory that was named on the command line is reported by the caller.
    return [];
  }
}
