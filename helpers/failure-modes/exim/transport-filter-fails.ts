import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/transport-filter-fails',
  kind: 'fault',
  title: 'the filter of a transport of Exim’s fails',
  cause:
    'transport_filter is a program through which each mail passes on its way, such as a footer, spamc or a signer. It ends with an error, 127 where it is not there or may not be run; a number below zero is the signal that ended it. The mail waits.',
  symptoms: {
    log: [
      {
        pattern: /[Tt]ransport filter process failed \(\d+\)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=local_delivery defer (-24): transport filter process failed (127) while writing to /var/mail/alice: unable to execute command',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Run it by hand with a mail as its input, or take it out.',
    commands: [
      'exim -bP transports | grep transport_filter',
      'sudo -u Debian-exim /usr/local/bin/footer <mail.eml; echo $?',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-generic_options_for_transports.html'],
};
