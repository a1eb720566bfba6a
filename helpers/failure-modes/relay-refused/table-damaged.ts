import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { askOwners } from './shared/sender-owners';
import { aliasesUnavailable, lookupFailed } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/table-damaged',
  kind: 'fault',
  title: 'a table is there, and is no database of its type',
  cause:
    'The file with the entries was made empty, by hand, by another program or on another system (of another version of Berkeley DB, lmdb made with another word size), or its writing was cut off. Every look-up fails, and what asks for it is put off with 451.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:error|fatal): open (?:database )?(?!\S*(?:sasl|relay|smarthost|saslpw)\w*pass)\S+\.(?:db|lmdb|cdb|pag|dir): (?:Invalid argument|MDB_(?:INVALID|VERSION_MISMATCH|CORRUPTED|PAGE_NOTFOUND)\b.*|unexpected file type|Inappropriate file type or format|Bad file descriptor)$|^warning: (?!\S*(?:sasl|relay|smarthost|saslpw)\w*pass)\S+ is unavailable\. open (?:database )?\S+: (?:Invalid argument|MDB_(?:INVALID|VERSION_MISMATCH|CORRUPTED|PAGE_NOTFOUND)\b.*|unexpected file type|Inappropriate file type or format|Bad file descriptor)$/,
        specimen: 'postfix/smtpd[9]: error: open database /etc/postfix/access.db: Invalid argument',
        strength: 'names',
      },
      {
        pattern: /^warning: (?:hash|btree|lmdb|cdb|dbm):\S+: table lookup problem$/,
        specimen: 'postfix/smtpd[9]: warning: hash:/etc/postfix/access: table lookup problem',
        strength: 'accompanies',
        alternative: true,
      },
      lookupFailed,
      aliasesUnavailable,
      {
        // A number of Berkeley DB’s own.
        pattern: /^(?:fatal|error|warning): open database \S+: Unknown error \d+/,
        specimen: 'postfix/postalias[14682]: fatal: open database /etc/aliases.db: Unknown error 4294936318',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or 451 4.3.5 Server configuration error',
  },
  repair: {
    words: 'Make it anew from its source, on the system that reads it.',
    commands: [
      'file /etc/postfix/access.db',
      'postmap /etc/postfix/access',
      'postmap -q example.test hash:/etc/postfix/access',
    ],
  },
  reproduction: {
    inject: `echo '@outside.example alice@example.test' >/etc/postfix/sender_login
cp /etc/postfix/sender_login /etc/postfix/sender_login.db
${askOwners}`,
    provoke: [mailOfUser],
    repair: 'postmap hash:/etc/postfix/sender_login',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/DATABASE_README.html', 'https://www.postfix.org/postmap.1.html'],
};
