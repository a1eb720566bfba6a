import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { askOwners } from './shared/sender-owners';

export const mode: FailureMode = {
  id: 'relay-refused/table-out-of-date',
  kind: 'fault',
  title: 'a table was edited and not built again',
  cause:
    'The text is newer than the database that postmap made of it. Postfix goes on with the old content, what was ' +
    'changed has no effect; it warns when the text is older than two minutes or so. After copying files the times alone may be wrong; building it again does no harm.',
  symptoms: {
    log: [
      {
        pattern: /^warning: database \S+ is older than source file /,
        specimen:
          'postfix/smtpd[1593]: warning: database /etc/postfix/sender_login.db is older than source file /etc/postfix/sender_login',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'What the old table says: 553 5.7.1 … not owned by user …, although the text is right',
  },
  repair: {
    words: 'Build it again after every change.',
    commands: ['postmap hash:/etc/postfix/sender_login', 'newaliases'],
  },
  reproduction: {
    inject: `echo '@outside.example bob@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
sed -i s/bob/alice/ /etc/postfix/sender_login
touch -d '-3 minutes' /etc/postfix/sender_login
touch -d '-6 minutes' /etc/postfix/sender_login.db
${askOwners}`,
    provoke: [mailOfUser],
    repair: 'postmap hash:/etc/postfix/sender_login',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/postmap.1.html'],
};
