import type { FailureMode } from '../../model/failure-mode';
import { certificateOfAnother, connectsInVain, relayAccessDenied, webHostGreets } from './shared/client-words';
import { providersUserAtHome, providersUserFromOutside } from './shared/providers-user';
import { anotherServerGreets, providersUserElsewhere } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/connection-redirected',
  kind: 'client',
  title: 'another server answers than the one that a client is meant for',
  cause:
    'The client has the name of the provider, and greeting, certificate or refusal are somebody else’s. Web hosts lead outgoing SMTP to their own server (SMTP Restrictions of cPanel, SMTP_REDIRECT of csf), firewalls and virus scanners do, and a line in /etc/hosts. Where only the user is the provider’s, as in a line of Exim with set_id=alice@gmail.com, the program may instead have localhost or another wrong host in its settings. The provider’s credentials can’t work there. And many systems come with a Postfix of their own at port 25, which relays for nobody: where a container’s port is not published, or on some nodes of a cluster, it takes the connections that the container was to have, and the container’s log has no line of them.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(certificateOfAnother),
        specimen:
          "Warning: stream_socket_enable_crypto(): Peer certificate CN=`*.hosting.example' did not match expected CN=`smtp.gmail.com'",
        strength: 'names',
      },
      anotherServerGreets,
      webHostGreets,
      connectsInVain,
      providersUserElsewhere,
      providersUserAtHome,
      providersUserFromOutside,
      relayAccessDenied,
    ],
    facts: [],
    client: 'A greeting with another name than the provider’s; then none: the client ends the connection.',
  },
  repair: {
    words:
      'Look which host the program has, whose greeting and certificate it is, and whether the server’s log has the refusal. Stop a Postfix of the host that is in the way. Let the host lift the redirection for this account, or send by the host’s own server and with its credentials. Do not switch the check of certificates off: the password would go to the wrong server.',
    commands: [
      'getent ahosts smtp.gmail.com   # /etc/hosts counts too',
      'ss -ltnp | grep -E ":(25|465|587) "   # which program listens on this host',
      'iptables -t nat -S OUTPUT | grep -E "REDIRECT|DNAT"   # redirects of this machine',
      'grep -E "^SMTP_(BLOCK|REDIRECT|PORTS|ALLOWUSER)" /etc/csf/csf.conf',
      'openssl s_client -starttls smtp -connect smtp.gmail.com:587 -servername smtp.gmail.com </dev/null | grep -E "^(subject|issuer)"',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/PHPMailer/PHPMailer/issues/2062',
    'https://github.com/wader/postfix-relay/issues/20',
    'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
  ],
};
