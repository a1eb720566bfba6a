import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/address-without-name',
  kind: 'fault',
  title: 'an address of the machine has no name, and Sendmail waits for DNS at each start',
  cause:
    'As it starts, Sendmail asks for the names of the addresses of all network devices; one has none in /etc/hosts and no PTR record, or DNS does not answer. Each `sendmail` that a program calls to hand in a mail does so, too, and takes seconds.',
  symptoms: {
    log: [
      {
        pattern: /gethostbyaddr\([^)]*\) failed: [-\d]+$/,
        specimen: 'sendmail[34167]: gethostbyaddr(192.0.2.1) failed: 1',
        strength: 'names',
        program: /^(?:sendmail|sm-)/,
      },
    ],
    facts: [],
    client: 'Nothing, but handing in a mail takes long.',
  },
  repair: {
    words: 'Give the address a name, or let Sendmail not look: DontProbeInterfaces.',
    commands: [
      "echo '192.0.2.1 mail.example.test mail' >>/etc/hosts",
      'echo "define(\\`confDONT_PROBE_INTERFACES\', \\`true\')dnl" >>/etc/mail/sendmail.mc   # and in submit.mc',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
