import type { FailureMode, LogSign } from '../model/failure-mode';
import { fileFact } from './sasl-files';
import { throttled } from './signs';

const queue = '/var/spool/postfix';
/** The manual page with `postfix set-permissions`. */
export const setPermissions = 'https://www.postfix.org/postfix.1.html';
const install = 'https://www.postfix.org/INSTALL.html';
const noticedBy = ['no-mechanisms/usable-on-587'] as const;
/** What clients see when master is gone. */
export const nobodyAnswers = 'Connection refused: master has ended.';
/** A user of the machine hands in a mail; sendmail tries for ever. */
export const localUserMails = {
  kind: 'run',
  script: "su -s /bin/sh alice -c 'echo test | timeout 1 /usr/sbin/sendmail bob' || true",
} as const;

const maildropClosed: LogSign = {
  pattern: /^warning: mail_queue_enter: create file maildrop\/\S+: Permission denied$/,
  specimen: 'postfix/postdrop[3156]: warning: mail_queue_enter: create file maildrop/878225.3156: Permission denied',
  strength: 'suggests',
  program: /^postfix\/postdrop$/,
};
const setgid = (mode: string): boolean => (Number.parseInt(mode, 8) & 0o2000) !== 0;

/** Owners and modes of the queue, on which Postfix as a whole depends: no fault of SASL, though logins fail too. */
export const permissions: readonly FailureMode[] = [
  {
    id: 'permissions/private-folder-not-postfix',
    kind: 'fault',
    title: 'the folder private of the queue does not belong to postfix',
    cause:
      'The queue is a volume or a bind mount that was filled by another image, where postfix had another number; or ' +
      'somebody ran chown -R. master makes its sockets there as the user postfix, can not, and ends.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: (?:remove|bind|create) private\/\S+: Permission denied$/,
          specimen: 'postfix/master[2944]: fatal: remove private/tlsmgr: Permission denied',
          strength: 'names',
        },
      ],
      facts: [],
      client: nobodyAnswers,
    },
    repair: {
      words: 'Let Postfix set its own permissions, and start it; give each image a queue of its own.',
      commands: ['postfix set-permissions', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `chown 1234 ${queue}/private`,
      provoke: [],
      repair: `chown postfix ${queue}/private`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/604',
      'https://github.com/docker-mailserver/docker-mailserver/issues/226',
      setPermissions,
    ],
  },
  {
    id: 'permissions/public-folder-not-postfix',
    kind: 'fault',
    title: 'the folder public of the queue does not belong to postfix',
    cause:
      'As with the folder private: a queue from another image, or chown -R. The first socket that master makes is there, ' +
      'so it is the first thing that fails.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: (?:remove|bind|create) public\/\S+: Permission denied$/,
          specimen: 'postfix/master[2993]: fatal: remove public/pickup: Permission denied',
          strength: 'suggests',
        },
      ],
      facts: [
        fileFact(`${queue}/public`, "is not postfix's", (fact) => fact.kind !== 'absent' && fact.owner !== 'postfix'),
        fileFact(queue, 'is open to all for searching', (fact) => fact.kind !== 'absent' && /[1357]$/.test(fact.mode)),
      ],
      client: nobodyAnswers,
    },
    repair: {
      words: 'Let Postfix set its own permissions, and start it.',
      commands: ['postfix set-permissions', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `chown 1234 ${queue}/public`,
      provoke: [],
      repair: `chown postfix ${queue}/public`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://github.com/docker-mailserver/docker-mailserver/issues/545', setPermissions],
  },
  {
    id: 'permissions/queue-folder-closed',
    kind: 'fault',
    title: 'nobody but root may enter /var/spool/postfix',
    cause:
      'The folder of the queue has the mode 0700, as a volume or mkdir under a strict umask gives it. Its folders are ' +
      "postfix's, but neither postfix nor the users who call sendmail can get to them.",
    symptoms: {
      log: [
        {
          pattern: /^fatal: (?:remove|bind|create) public\/\S+: Permission denied$/,
          specimen: 'postfix/master[2993]: fatal: remove public/pickup: Permission denied',
          strength: 'suggests',
        },
      ],
      facts: [
        fileFact(
          queue,
          'is closed to all but its owner',
          (fact) => fact.kind !== 'absent' && /[0246]$/.test(fact.mode),
        ),
      ],
      client: nobodyAnswers,
    },
    repair: {
      words: 'Open the folder for searching; what is in it protects itself.',
      commands: [`chmod 755 ${queue}`, 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `chmod 700 ${queue}`,
      provoke: [],
      repair: `chmod 755 ${queue}`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [setPermissions],
  },
  {
    id: 'permissions/mail-folder-not-postfix',
    kind: 'fault',
    title: 'a folder of the queue in which mail waits does not belong to postfix',
    cause:
      'incoming, active or deferred has another owner: a queue that was copied or restored as root, or that comes from ' +
      'another image. The queue manager ends as often as master starts it: logins work, and no mail is delivered; with ' +
      'incoming, the server does not even take it.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: scan_dir_push: open directory (?:incoming|active|deferred)\S*: Permission denied$/,
          specimen: 'postfix/qmgr[3047]: fatal: scan_dir_push: open directory incoming: Permission denied',
          strength: 'names',
        },
        {
          pattern: /^warning: mail_queue_enter: create file incoming\/\S+: Permission denied$/,
          specimen:
            'postfix/cleanup[3061]: warning: mail_queue_enter: create file incoming/451564.3061: Permission denied',
          strength: 'accompanies',
        },
        throttled,
      ],
      facts: [],
      client: '`250 2.0.0 Ok: queued`, and nothing arrives; or no answer to DATA for minutes.',
    },
    repair: {
      words: 'Let Postfix set its own permissions, and start it.',
      commands: ['postfix set-permissions', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `chown root ${queue}/active`,
      provoke: [],
      repair: `chown postfix ${queue}/active`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [setPermissions],
  },
  {
    id: 'permissions/maildrop-wrong-group',
    kind: 'fault',
    title: 'the folder maildrop does not belong to the group postdrop',
    cause:
      'Users hand in mail with sendmail, which leaves it in maildrop by the group postdrop. After chown -R on the queue the ' +
      'group is another one; sendmail tries again every ten seconds, so that cron jobs and web applications hang. SMTP ' +
      'is not concerned.',
    symptoms: {
      log: [maildropClosed],
      facts: [
        fileFact(`${queue}/maildrop`, 'is not of the group postdrop', (fact) => {
          return fact.kind !== 'absent' && fact.group !== 'postdrop';
        }),
      ],
      client: 'Nothing over SMTP; sendmail(1) hangs.',
    },
    repair: {
      words: 'Let Postfix set its own permissions.',
      commands: ['postfix set-permissions', `ls -ld ${queue}/maildrop`],
    },
    reproduction: {
      inject: `chgrp root ${queue}/maildrop`,
      provoke: [localUserMails],
      repair: `chgrp postdrop ${queue}/maildrop`,
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [setPermissions, install],
  },
  {
    id: 'permissions/postdrop-not-setgid',
    kind: 'fault',
    title: 'postdrop has lost its setgid bit',
    cause:
      'The program postdrop runs as the group postdrop, whoever calls it. chown takes that bit away, and so do some ways of ' +
      'copying an image, file systems mounted with nosuid, and containers that may not gain privileges. Users can then not ' +
      'hand in mail; root still can.',
    symptoms: {
      log: [maildropClosed],
      facts: [
        fileFact('/usr/sbin/postdrop', 'is not setgid', (fact) => fact.kind === 'file' && !setgid(fact.mode)),
        fileFact(`${queue}/maildrop`, 'is of the group postdrop', (fact) => {
          return fact.kind !== 'absent' && fact.group === 'postdrop';
        }),
      ],
      client: 'Nothing over SMTP; sendmail(1) hangs.',
    },
    repair: {
      words: 'Let Postfix set its own permissions.',
      commands: ['postfix set-permissions', 'ls -l /usr/sbin/postdrop /usr/sbin/postqueue'],
    },
    reproduction: {
      inject: 'chmod g-s /usr/sbin/postdrop',
      provoke: [localUserMails],
      repair: 'chmod g+s /usr/sbin/postdrop',
      restart: false,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [setPermissions, install],
  },
];
