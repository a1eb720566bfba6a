import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/connects-and-leaves',
  kind: 'noise',
  title: 'somebody connects and leaves without a word',
  cause:
    'A monitor, the health check of a container, a load balancer or a scanner opens the port and closes it again. From the machine’s own address, again and again in the same distance of time, it is a check. Where all clients appear under the address of a container engine, a proxy or a NAT, it may also be a program that is set to SSL/TLS at a port without, or one that did not wait for a slow greeting.',
  symptoms: {
    log: [
      {
        pattern:
          /^lost connection after CONNECT from (?:localhost|unknown)?\S*\[(?:127\.|::1|10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.)[^\]]*\]$/,
        specimen: 'postfix/smtpd[632]: lost connection after CONNECT from localhost[127.0.0.1]',
        strength: 'names',
        // At a port for users it is a client that begins with TLS, more often than a check.
        program: /^(?!.*(?:submission|smtps))/,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing need be done, unless a user’s program fails at the same time.',
    commands: ['docker inspect --format "{{json .Config.Healthcheck}}" mail'],
  },
  unreproduced: 'Anybody can do it; it is nothing wrong.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postscreen.8.html'],
};
