import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/service-socket-closed',
  kind: 'fault',
  title: 'a process of Dovecot can not use the socket of another',
  cause:
    'Dovecot’s services talk by sockets in /run/dovecot: anvil counts connections, indexer searches, config tells settings, dns-client asks names. "Permission denied": the process runs as another user than the standard ones, or was called by hand or by a mail server, and the socket’s owner, mode or SELinux does not let it in. "No such file" or "refused": the service or Dovecot does not run. "Temporarily unavailable": the service is at its limit.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:net_connect_unix|connect)\(\S*\/(?:anvil(?:-auth-penalty)?|indexer(?:-worker)?|imap-hibernate|imap-master|dns-client|director-userdb|director-admin|replicat\w+|replication-notify|doveadm-server|imap-urlauth\S*|ipc|quota-warning|quota-status|log-errors)\) failed: |Couldn't connect to anvil|\S+\/(?:replication-notify-fifo|log-errors)\) failed: /,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: net_connect_unix(/run/dovecot/anvil) failed: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'IMAP and POP3 end after the login, or mail is put off.',
  },
  repair: {
    words: 'Give the socket that is named the user or group of the process, in the service to which it belongs.',
    commands: ['ls -l /run/dovecot', 'doveconf -n service anvil indexer', 'systemctl status dovecot'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
