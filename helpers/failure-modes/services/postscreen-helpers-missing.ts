import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-helpers-missing',
  kind: 'fault',

  title: 'postscreen runs without the services dnsblog and tlsproxy',
  cause:
    'postscreen asks block lists by dnsblog and speaks TLS by tlsproxy: both are lines of master.cf of their own, which are commented out in the file that comes with Postfix.',
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
    words: 'Take the comment signs away.',
    commands: ["sed -i -E 's/^#(dnsblog|tlsproxy) /\\1 /' /etc/postfix/master.cf", 'systemctl restart postfix'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html#config'],
};
