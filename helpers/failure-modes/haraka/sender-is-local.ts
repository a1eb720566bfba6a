import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/sender-is-local',
  kind: 'client',
  title: 'somebody without a login sends with an address of Haraka’s own domains',
  cause:
    'smtp_forward with check_sender, or rcpt_to.in_host_list with anti_spoof, takes that for forged. An application of the house that does not log in, or a forwarded mail, meets it.',
  symptoms: {
    log: [
      {
        pattern: /Spoofed MAIL FROM|Mail from domain '\S+' is not allowed from your host/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 5.7.1 Spoofed MAIL FROM" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 Spoofed MAIL FROM',
  },
  repair: {
    words: 'Let the application log in, or name its address in relay_acl_allow.',
    commands: ['cat config/relay_acl_allow', 'grep -n check_sender config/smtp_forward.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/queue/smtp_forward'],
};
