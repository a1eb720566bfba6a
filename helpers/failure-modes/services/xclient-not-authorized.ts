import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/xclient-not-authorized',
  kind: 'fault',
  title: 'a proxy in front may not tell Postfix who the client is',
  cause:
    'nginx, HAProxy or another front logs users in and hands the session on with XCLIENT, which Postfix takes only from addresses in smtpd_authorized_xclient_hosts. The network of the containers has changed, or is not named. No user can send.',
  symptoms: {
    log: [
      {
        // A proxy ends there too for an XCLIENT that is malformed, or since its own client has gone.
        pattern: /^lost connection after XCLIENT from /,
        specimen: 'postfix/smtpd[86]: lost connection after XCLIENT from front.docker[172.19.0.4]',
        strength: 'suggests',
      },
      {
        pattern: /upstream sent invalid response: "550 5\.7\.0 Error: insufficient authorization"/,
        specimen:
          'nginx[10]: *31 upstream sent invalid response: "550 5.7.0 Error: insufficient authorization" while reading response from upstream',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The front answers 5xx or hangs up after the login.',
  },
  repair: {
    words: 'Name the front’s network.',
    commands: ['postconf -h smtpd_authorized_xclient_hosts', 'docker network inspect mail | grep Subnet'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/XCLIENT_README.html', 'https://github.com/Mailu/Mailu/issues/828'],
};
