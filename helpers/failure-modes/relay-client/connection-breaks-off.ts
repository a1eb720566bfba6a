import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/connection-breaks-off',
  kind: 'fault',
  title: 'the connection to the next server breaks off while the message is sent',
  cause:
    'The dialogue goes well until the message itself, and then nothing comes or the connection ends. Short mails pass and long ones do not: packets are too large for a part of the way (MTU of a tunnel or a virtual network) and the messages that would say so are filtered. Or a firewall or virus scanner on the way takes too long or objects. Or the next server itself does: its filter is slow, it fails, or it hangs up instead of refusing.',
  symptoms: {
    log: [
      smtp(
        /status=deferred \((?:lost connection with (?!\S*\[(?:127\.|::1\])|dovecot\[)\S+|conversation with (?!\S*\[(?:127\.|::1\])|dovecot\[)\S+ timed out) while sending (?:message body|end of data)/,
        delivery(
          'dsn=4.4.2, status=deferred (conversation with smarthost.example.test[192.0.2.30] timed out while sending message body)',
        ),
        'names',
      ),
      {
        pattern: /status=deferred \(conversation with \S+ timed out while performing the \w+ handshake\)$/,
        specimen:
          'postfix/smtp[9]: 4QTz1: to=<bob@example.com>, relay=none, delay=300, delays=1/0/300/0, dsn=4.4.2, status=deferred (conversation with mx.example.com[192.0.2.1] timed out while performing the EHLO handshake)',
        strength: 'suggests',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Find the largest packet that comes through, and set the MTU of the interface, or of Docker’s network, to it.',
    commands: [
      'ping -M do -s 1472 smarthost.example.test',
      'ip link show',
      'docker network inspect bridge | grep -i mtu   # /etc/docker/daemon.json: { "mtu": 1400 }',
    ],
  },
  unreproduced: 'It takes a way on which packets are lost.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtp_data_xfer_timeout', 'RFC 2923'],
};
