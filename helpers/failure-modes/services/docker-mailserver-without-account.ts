import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/docker-mailserver-without-account',
  kind: 'fault',
  title: 'docker-mailserver has no mail account, and ends two minutes after its start',
  cause:
    'It starts neither Dovecot nor Postfix before /tmp/docker-mailserver/postfix-accounts.cf has an account, a line user@domain|hash. There is no such file or it is empty, and nobody has added an account within the 120 seconds. Or the folder or volume with the accounts is mounted elsewhere, or another one than before, as with a relative path from another folder. With ACCOUNT_PROVISIONER=LDAP or SMTP_ONLY=1 it does not wait.',
  symptoms: {
    log: [
      {
        pattern:
          /You need at least one e?mail account to start Dovecot|(?:No accounts|no accounts were) provided - Dovecot could not be started/,
        specimen:
          '2024-11-29 10:00:00+00:00 WARN  start-mailserver.sh: You need at least one mail account to start Dovecot (120s left for account creation before shutdown)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words:
      'Add an account while the container waits, or mount the folder that has them at /tmp/docker-mailserver; what was added stays there.',
    commands: [
      'docker inspect mailserver --format "{{json .Mounts}}"   # what is at /tmp/docker-mailserver?',
      'docker exec mailserver ls -l /tmp/docker-mailserver',
      'docker exec -it mailserver setup email add alice@example.test',
    ],
  },
  unreproduced: 'Our images are not those of docker-mailserver, and have no such start script.',
  versions: {},
  noticedBy: [],
  references: ['https://docker-mailserver.github.io/docker-mailserver/latest/usage/'],
};
