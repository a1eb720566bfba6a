import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-helpers-missing',
  kind: 'fault',

  title: 'dnsblog or tlsproxy can not be reached',
  cause:
    'postscreen asks block lists by dnsblog and speaks TLS by tlsproxy, as smtp does for TLS connections that it keeps: both are lines of master.cf of their own, which are commented out in the file that comes with Postfix. Refused: the line is there and master does not listen, or has not been restarted since. Permission denied: mode, SELinux or AppArmor forbids the socket.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:psc_dnsbl_request: )?connect to (?:private\/)?(?:dnsblog|tlsproxy) service: (?!Resource temporarily)|^warning: (?:\S+: )?(?:connect to|unable to connect to the) (?:private\/)?tlsproxy\b(?!.*Resource temporarily)/,
        specimen:
          'postfix/postscreen[9]: warning: psc_dnsbl_request: connect to private/dnsblog service: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Port 25 without block lists, or without STARTTLS',
  },
  repair: {
    words: 'Take the comment signs away; where the lines are there, see who may open the sockets.',
    commands: [
      'postconf -M dnsblog/unix tlsproxy/unix; ls -lZ /var/spool/postfix/private/dnsblog /var/spool/postfix/private/tlsproxy',
      "sed -i -E 's/^#(dnsblog|tlsproxy) /\\1 /' /etc/postfix/master.cf",
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html#config'],
};
