import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/dot-courier-unusable',
  kind: 'fault',
  title: 'Courier can not follow a user’s .courier file, or finds no home',
  cause:
    'The file or the home may be written by everybody, can not be read, leads to another too often, or forwarding is turned off for all. A home or maildir of the user database with odd characters is not used either.',
  symptoms: {
    log: [
      {
        pattern:
          /\.courier\S* file is globally writeable|Dynamic delivery instructions disabled|Maximum recursion level for dynamic delivery|Unable to read \.\S+ file\.|Invalid homedir or maildir for|dotforward: too many|Home directory is globally writeable/,
        specimen:
          'courierlocal: id=00000000.1,from=<x@outside.example>,addr=<alice@example.test>: .courier file is globally writeable.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Let only the user write the file and the home.',
    commands: ['chmod go-w ~alice ~alice/.courier', 'authtest alice'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/dot-courier.html'],
};
