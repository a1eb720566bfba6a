import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/table-module-not-loaded',
  kind: 'fault',
  title: 'the module for a type of table is there, and can not be loaded',
  cause:
    'postfix-pcre, postfix-ldap, postfix-mysql and the like are libraries of their own: one of another version of Postfix, or whose own library (libpcre, libldap, libmariadb) is missing after an update, ends whatever asks for such a table.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:load_library_symbols|\w+): dl(?:open|sym) failure (?:loading|looking up) /,
        specimen:
          'postfix/smtpd[9]: fatal: load_library_symbols: dlopen failure loading /usr/lib/postfix/postfix-pcre.so: libpcre.so.3: cannot open shared object file',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The connection ends, or 451 4.3.0',
  },
  repair: {
    words: 'Install the package of the same version, and what it needs.',
    commands: [
      'postconf -m',
      'ldd /usr/lib/postfix/postfix-pcre.so | grep "not found"',
      'yum reinstall postfix postfix-pcre   # Debian: apt-get install --reinstall postfix postfix-pcre',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/DATABASE_README.html#types'],
};
