import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lmtp-server-refuses',
  kind: 'fault',
  title: 'the mailbox server refuses by LMTP what Exim hands to it',
  cause:
    'What stands behind the last colon is the answer of Dovecot or Cyrus. It knows no such user: Exim’s list of recipients and that of the mailbox server differ, or the domain is cut off or not. An error that is called temporary or internal is explained in the log of the mailbox server.',
  symptoms: {
    log: [
      {
        pattern:
          /LMTP error (?:from remote mail server )?after (?!.*(?:[Qq]uota|[Mm]ailbox (?:is )?full|out of storage)).*: [45]\d\d[- ]/,
        specimen:
          "2026-11-24 23:49:37 1vNZ2k-000123-AB ** alice@example.test R=dovecot T=dovecot_lmtp: LMTP error after RCPT TO:<alice@example.test>: 550 5.1.1 <alice@example.test> User doesn't exist: alice@example.test",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce with that answer, or nothing.',
  },
  repair: {
    words: 'Ask the mailbox server for the user by the name that Exim gives.',
    commands: [
      'doveadm user alice@example.test',
      'journalctl -u dovecot | grep lmtp | tail',
      'exim -bP transport dovecot_lmtp | grep -E "rcpt_include_affixes|socket|hosts"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_lmtp_transport.html', 'RFC 2033'],
};
