import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { asUsual, manual, postlogService, toFile, untilItAnswers } from './shared/postlog';

const postlog: FactSign = {
  words: 'master.cf has the service postlog',
  look: 'postconf -M | grep ^postlog',
  holds: ({ masterCf }) => masterCf?.some(({ name }) => name === 'postlog'),
};

const logFileAbsent: FactSign = {
  words: 'Postfix runs, and the file that maillog_file names is not there',
  look: 'ls -l "$(postconf -h maillog_file)"',
  holds: ({ mainCf, files, processes }) => {
    const file = files.get(mainCf?.get('maillog_file')?.value ?? '');
    return processes && file && processes.includes('qmgr') && file.kind === 'absent';
  },
};

export const mode: FailureMode = {
  id: 'syslog/file-not-writable',
  kind: 'fault',
  title: 'the file of maillog_file can’t be opened, and nothing is logged anywhere',
  cause:
    'postlogd can’t create the file: its folder does not exist, as on a new volume, or may not be written to. It has ' +
    'nowhere to say so. postfix start ends without a word; where master is started otherwise, mail works unlogged.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:open )?logfile '?\S+'?: (?:Permission denied|No such file or directory|Read-only file system)/,
        specimen: "postfix/postlogd[9]: fatal: open logfile '/var/log/mail.log': Permission denied",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [toFile, postlog, alone(logFileAbsent)],
    client: `${asUsual} Or: connection refused.`,
  },
  repair: {
    words: 'Create the folder.',
    commands: ['mkdir -p "$(dirname "$(postconf -h maillog_file)")"', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `postconf -M ${postlogService}
postconf -e maillog_file=/var/log/mail-of-postfix/maillog
mailctl restart
${untilItAnswers}`,
    provoke: [mailOfUser],
    repair: `mkdir -p /var/log/mail-of-postfix
mailctl restart
${untilItAnswers}`,
    restart: false,
    toldBy: 'facts',
  },
  versions: { from: '3.4' },
  noticedBy: [],
  references: [manual, 'https://github.com/Mailu/Mailu/issues/3271'],
};
