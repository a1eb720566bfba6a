import type { FailureMode } from '../model/failure-mode';
import { mailFromInside } from './client-steps';
import { delivery, noticedBy, password, passwordTable, plainSmarthost, queued, smtp } from './relay-client-setup';

const readme = 'https://www.postfix.org/SASL_README.html#client_sasl';

const cannotAuthenticate = (reason: string) =>
  smtp(
    new RegExp(`status=deferred \\(SASL authentication failed; cannot authenticate to server \\S+: ${reason}\\)$`),
    delivery(
      `dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smarthost.example.test[192.0.2.30]: ${reason})`,
    ),
    'suggests',
  );

/** Credentials for the smarthost that Postfix can't even send. */
export const relayClientCredentials: readonly FailureMode[] = [
  {
    id: 'relay-client/no-user-in-password-table',
    kind: 'fault',
    title: 'the entry of the password table for the smarthost has no user and no password',
    cause:
      'smtp_sasl_auth_enable is on, and what the table has for the smarthost is an empty name and an empty password, as a ' +
      'start script writes it when its variables are not set. SASL has nothing to log in with. All mail stays in the queue.',
    symptoms: {
      log: [cannotAuthenticate('generic failure')],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'Write user and password, or switch the login off where the smarthost knows this server by its address.',
      commands: [
        'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
        'postconf -e smtp_sasl_auth_enable=no   # where no login is needed',
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${plainSmarthost}
${password}
${passwordTable(':')}`,
      provoke: [mailFromInside],
      repair: passwordTable(),
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/loganmarchione/docker-postfixrelay/issues/62'],
  },
  {
    id: 'relay-client/token-not-taken',
    kind: 'fault',
    title: 'the OAuth plug-in of SASL has no token that the smarthost takes',
    cause:
      'Postfix logs in at Google or Microsoft with XOAUTH2, and the plug-in gives up: the token was issued for another ' +
      'scope or has been revoked, its file can’t be read or written, or the plug-in can’t renew it because its own TLS ' +
      'finds no authorities: in a chroot there are none. Nothing of it is in Postfix’s own line.',
    symptoms: {
      log: [cannotAuthenticate('bad protocol / cancel')],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'Let the plug-in log why, ask it by itself, and make a new token with the scope for mail.',
      commands: [
        'sasl-xoauth2-tool test-config --config-file /etc/sasl-xoauth2.conf',
        'sasl-xoauth2-tool test-token-refresh /etc/tokens/alice@example.test',
        "postconf -F 'smtp/unix/chroot=n'; systemctl restart postfix",
      ],
    },
    unreproduced: 'it needs a provider that issues tokens',
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/tarickb/sasl-xoauth2',
      'https://github.com/bokysan/docker-postfix/issues/187',
      'https://github.com/tarickb/sasl-xoauth2/issues/42',
    ],
  },
];
