import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/file-not-safe',
  kind: 'fault',
  title: 'Sendmail does not use a file that others could write, or that it may not read',
  cause:
    'A .forward, a list, local-host-names, trusted-users or the queue, or a folder above it, may be written by its group or by everybody. Sendmail then acts as if the file were not there: forwarding does not happen, a domain is not local.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:forward|include|queue directory|program) .*(?:[Ww]orld|[Gg]roup) writable (?:directory|file)|forward:? \S+: (?:transient error|Permission denied|[Gg]roup|[Ww]orld)|dangerous permissions=\d+ on queue directory|queue directory "\S+": Not safe|WARNING: (?:[Ww]orld|[Gg]roup) writable directory|transient \.forward open error/,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: forward /home/alice/.forward: Group writable directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Take the right to write from group and others, up to the root.',
    commands: ['namei -l ~alice/.forward', 'chmod go-w ~alice ~alice/.forward /etc /etc/mail'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
