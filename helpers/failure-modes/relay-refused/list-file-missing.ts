import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/list-file-missing',
  kind: 'fault',
  title: 'a list of networks or domains names a file that can’t be opened',
  cause:
    'A word with a slash at its start is a file for Postfix, in mynetworks, mydestination, relay_domains and other lists. It was moved or never made, or is closed to the user postfix; or a script put a network together of an address that was empty, and left `/32`. Whatever the list decides is put off with 451.',
  symptoms: {
    log: [
      {
        pattern:
          /^error: open file \/\S*: (?:No such file or directory|Permission denied)|^warning: \w+: open file \/\S*: No such file or directory/,
        specimen: 'postfix/smtpd[8163]: error: open file /32: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 <bob@example.com>: Temporary lookup failure',
  },
  repair: {
    words: 'Take the word out, or write an address before the slash; let postfix read the file.',
    commands: [
      'postconf -n mynetworks mydestination relay_domains',
      "postconf -e 'mynetworks = 127.0.0.0/8 [::1]/128'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e "mynetworks = $(postconf -h mynetworks) /32"`,
    provoke: [mailOfStranger],
    repair: `postconf -e "mynetworks = $(postconf -h mynetworks | sed 's| /32$||')"`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#mynetworks',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1044',
  ],
};
