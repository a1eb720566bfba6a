import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/wrong-password',
  kind: 'client',
  common: true,
  title: 'Haraka’s auth plugin refuses a user name or a password',
  cause:
    'The auth plugin compared and said no: auth_flat_file.ini, or what another plugin asks, has no such user or another password. A plugin that can’t ask its server gives the same reply; a line before says so.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] disconnect .* lr="535 5\.7\.8 Authentication failed"/,
        specimen:
          '[NOTICE] [9420E2E3-B7F3-453D-BCE8-DFB8F4612A62] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=Y pipe=N errors=0 txns=0 rcpts=0/0/0 msgs=0/0/0 bytes=0 lr="535 5.7.8 Authentication failed" time=0.16',
        strength: 'names',
      },
      {
        pattern: /\[auth\/\w+\] (?:delaying for \d+ seconds|AUTH user="[^"]*" host="[^"]*" success=false)/,
        specimen:
          '[INFO] [3A1F7C2E-5B1D-4E0C-9A52-0C6D5E4F3A2B.1] [auth/auth_proxy] AUTH user="alice@example.test" host="smtp.example.com:25" success=false',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Authentication failed',
  },
  repair: {
    words: 'Look at the entry; the plugin reads the file anew by itself.',
    commands: ['sed "s/=.*/=…/" config/auth_flat_file.ini'],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/auth/flat_file'],
};
