import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/autoreply-fails',
  kind: 'fault',
  title: 'Exim can’t send a user’s automatic answer',
  cause:
    'The transport autoreply notes in a file whom it has answered, and reads its text from another. The file or its folder is not writable or not there for the user as whom the transport runs, or the answer itself was refused.',
  symptoms: {
    log: [
      {
        pattern: /when sending message from \S+ transport|Failed to send message from \S+ transport \(\d/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** >alice@example.test <alice@example.test> R=uservacation T=vacation_reply: Failed to open "once" file /home/alice/.vacation.db when sending message from vacation_reply transport: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing; whoever writes gets no answer.',
  },
  repair: {
    words: 'Give the folder to that user.',
    commands: [
      'exim -bP transport vacation_reply | grep -E "user|group|once|file|log"',
      'ls -ld /home/alice /home/alice/.vacation*',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_autoreply_transport.html'],
};
