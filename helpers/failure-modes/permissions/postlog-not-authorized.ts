import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/postlog-not-authorized',
  kind: 'fault',
  title: 'a user runs postlog, who is not in postlog_suid_root_users or authorized_…_users',
  cause:
    'maillog_file makes programs write by postlog, which is set-gid since Postfix 3.8 and asks who calls it. A script of a user that logs by it is turned away; so is Postfix itself where it was started without root.',
  symptoms: {
    log: [
      {
        pattern: /fatal: User \S+ is not allowed to invoke '(?:postlog|postmulti|postsuper)'/,
        specimen: "postfix/postlog[97]: fatal: User alice(1000) is not allowed to invoke 'postlog'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Let the script log by logger, or name its user.',
    commands: ["postconf -e 'authorized_submit_users = static:anyone'", 'logger -p mail.info text'],
  },
  unreproduced: 'It is a script of its own that asks for it.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MAILLOG_README.html', 'https://www.postfix.org/postlog.1.html'],
};
