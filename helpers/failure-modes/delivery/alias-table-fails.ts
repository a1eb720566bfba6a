import type { FailureMode } from '../../model/failure-mode';
import { aliasesUnavailable } from '../relay-refused/shared/tables';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'delivery/alias-table-fails',
  kind: 'fault',
  follows: true,
  title: 'local can not ask its aliases',
  cause:
    'A table of alias_maps is broken, locked, or of a server that does not answer; or local could not open it when it began, since its file was never made, is damaged, or has a type that this Postfix does not have. The lines before tell which, once for each process of local. Mail for local users waits in the queue.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: lookup of '[^']*' failed$/,
        specimen: "postfix/local[9]: warning: hash:/etc/aliases: lookup of 'bob' failed",
        strength: 'suggests',
        program: /^\S+\/local$/,
      },
      aliasesUnavailable,
    ],
    facts: [
      toSee(
        'the table is there, and postalias can’t ask it either',
        'postconf -h alias_maps; postalias -q postmaster hash:/etc/aliases; echo $?',
      ),
    ],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Make the table anew, and ask it.',
    commands: [
      'postconf alias_maps alias_database; postconf -m; ls -l /etc/aliases*',
      'grep -E "postfix/local.*(open database|unsupported dictionary|lookup)" /var/log/mail*',
      'newaliases',
      'postalias -q bob hash:/etc/aliases',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/aliases.5.html'],
};
