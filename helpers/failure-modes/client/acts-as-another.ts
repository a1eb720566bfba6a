import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { loginRefused } from '../shared/saslauthd';
import { clientGets } from './shared/client-words';
import { base64, plainManual, says, warns } from './shared/failed-logins';
import { plainWithIdentity } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/acts-as-another',
  kind: 'client',
  title: 'a client logs in as one user and wants to act as another',
  cause:
    'PLAIN, GSSAPI and others let a client name whom it wants to act as; that is meant to be empty, or the user’s own name as the server knows it. The client has put another name there, such as an address for the mailbox, or the same name with another realm. The password or the ticket is right, and Cyrus SASL refuses; some servers, such as hMailServer, take nothing there at all, not even the name of the user.',
  symptoms: {
    log: [
      warns(/Requested identity not authenticated identity/, 'Requested identity not authenticated identity'),
      loginRefused,
      clientGets(/550[ -](?:5\.7\.1 )?\S+ not allowed to act as /, '550 5.7.1 alice not allowed to act as bob'),
      plainWithIdentity,
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Clear the authorisation identity in the client (also called "login on behalf of").',
    commands: [],
  },
  reproduction: {
    inject: writeShippedSmtpdConf,
    provoke: says(`AUTH PLAIN ${base64('boss\0alice\0correct-horse-alice')}`),
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [plainManual],
};
