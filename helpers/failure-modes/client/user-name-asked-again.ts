import type { FailureMode } from '../../model/failure-mode';
import { userNameAskedAgain } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/user-name-asked-again',
  kind: 'fault',
  title: 'a server overlooks the user name behind AUTH LOGIN, and asks for it',
  cause:
    'RFC 4954 lets a client put its first answer behind AUTH; with LOGIN that is the user name. Some servers, mostly those for tests, begin all the same with their question for it, so that name and password come one step late and the login is refused or mixed up.',
  symptoms: {
    log: [userNameAskedAgain],
    facts: [],
    client: '334 VXNlcm5hbWU6 in answer to AUTH LOGIN with a user name',
  },
  repair: {
    words:
      'Let the client send AUTH LOGIN alone (curl: without --sasl-ir), or use PLAIN where it is offered; tell the makers of the server.',
    commands: [],
  },
  unreproduced: 'Its lines are those of clients that show their session; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4', 'https://github.com/jstedfast/MailKit/issues/216'],
};
