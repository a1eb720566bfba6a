import type { FailureMode } from '../../model/failure-mode';
import { certificateOfAnother, connectsInVain, webHostGreets } from './shared/client-words';
import { providersUserAtHome, providersUserFromOutside } from './shared/providers-user';
import { anotherServerGreets, providersUserElsewhere } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/connection-redirected',
  kind: 'client',
  title: 'another server answers where a client has a large provider’s name or user',
  cause:
    'The client has the name of the provider, and greeting, certificate or refusal are somebody else’s. Web hosts lead outgoing SMTP to their own server (SMTP Restrictions of cPanel, SMTP_REDIRECT of csf), firewalls and virus scanners do, and a line in /etc/hosts. Where only the user is the provider’s, as in a line of Exim with set_id=alice@gmail.com, the program may instead have localhost or another wrong host in its settings. The provider’s credentials can’t work there.',
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
    ],
    facts: [],
    client: 'A greeting with another name than the provider’s; then none: the client ends the connection.',
  },
  repair: {
    words:
      'Look which host the program has, and whose greeting and certificate it is. Let the host lift the redirection for this account, or send by the host’s own server and with its credentials. Do not switch the check of certificates off: the password would go to the wrong server.',
    commands: [
      'getent ahosts smtp.gmail.com   # /etc/hosts counts too',
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
    'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
  ],
};
