import type { FailureMode } from '../../model/failure-mode';
import { noAuxprops } from '../mechanisms/shared/refusals';
import { toSee } from '../shared/facts';
import { loginFailed, notVerified } from '../shared/sasl-files';
import { answersOtherwise, asksSql } from './shared/answers-otherwise';

export const mode: FailureMode = {
  id: 'passwords/sql-finds-no-match',
  kind: 'fault',
  title: 'the query of SASL’s SQL plug-in finds no password that is the client’s',
  cause:
    'sql_select is asked for %u, the name, and %r, the realm: of a name without a domain that is smtpd_sasl_local_domain or the host’s name, so that a table with whole addresses has no such row. What it finds has to be the password itself: Cyrus SASL compares it letter by letter, and a hash (CRYPT, MD5, {SSHA}) is never equal, nor is what CRAM-MD5 makes of it. Only some distributions add a patch for these.',
  symptoms: {
    log: [
      loginFailed,
      notVerified,
      { ...noAuxprops, alternative: true },
      { ...answersOtherwise, strength: 'accompanies' },
    ],
    facts: [
      asksSql,
      toSee('sql_select finds no row for the name and the realm, or a hash in it', 'the query, by hand'),
    ],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words:
      'Ask the database by hand with what the client sends. If the column has hashes, let saslauthd with PAM, or Dovecot, compare them.',
    commands: [
      'grep -E "^(sql_select|auxprop_plugin|pwcheck_method)" /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
      'postconf smtpd_sasl_local_domain myhostname',
    ],
  },
  unreproduced: 'The image of the modes has no SQL plug-in; containers/stores/sql has one, and its users get in.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#auxprop_sql'],
};
