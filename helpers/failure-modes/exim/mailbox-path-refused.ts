import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mailbox-path-refused',
  kind: 'fault',
  title: 'the path that Exim’s transport has for a mailbox is none that it delivers to',
  cause:
    'file or directory of the transport must be absolute and of the kind that the transport expects. Exim refuses a path outside the home directory where create_file says so, a file that is to be there and is not, a folder that is a file, and a file with several hard links. Behind a relative path stands most often a look-up that found no home directory.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:file or directory name|home directory path|current directory path|quota_directory name) "[^"]*" is not absolute|creation outside the home directory is not permitted|does not exist, but file_must_exist is set|Mandatory file or directory option missing from|mailbox \S+ has too many links|T=\S+ defer \(-?\d+\): \/\S+ is not a directory/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=maildir_home defer (-14): appendfile: file or directory name "Maildir" is not absolute',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'See what the path becomes for this recipient; correct it or the look-up.',
    commands: [
      'exim -bt alice@example.test',
      'exim -bP transport maildir_home | grep -E "^(file|directory|create_file|file_must_exist|home_directory)"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_appendfile_transport.html'],
};
