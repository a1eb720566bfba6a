import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/container-may-not-chown',
  kind: 'fault',
  title: 'a start script may not make the mail server’s folders, or give them to its users',
  cause:
    'The volume lies on NFS with root_squash, on CIFS, or on a folder of the host’s that is shared into a virtual machine; or the container runs without root, rootless, or without CAP_CHOWN; or SELinux keeps it from a folder that was mounted without :Z. Without a container, the command was not run as root, or the file is immutable (chattr +i). Folders keep an owner that Postfix does not take, and its start script or `postfix set-permissions` fails.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|ch(?:own|mod|grp): )(?:changing (?:ownership|permissions|group) of )?['‘]?\/(?:var\/(?:spool\/postfix|mail|lib\/(?:postfix|dovecot|amavis|clamav|rspamd|spamassassin)|vmail|log\/mail)|etc\/(?:postfix|dovecot|opendkim))\S*: Operation not permitted/,
        specimen: "chown: changing ownership of '/var/spool/postfix': Operation not permitted",
        strength: 'names',
      },
      {
        pattern:
          /(?:cannot (?:create directory|touch)|can't create directory) ['‘](?:\/var\/(?:spool\/postfix|mail|log\/mail)|\/etc\/postfix)\S*: Permission denied/,
        specimen: "mkdir: cannot create directory '/var/spool/postfix/pid': Permission denied",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused; or mail that is taken and not delivered',
  },
  repair: {
    words:
      'Take a named volume or a local file system, run the container as root with its usual capabilities, or give the folder on the host to the numbers that the image uses.',
    commands: [
      'id -u; lsattr -d /var/spool/postfix',
      'docker inspect -f "{{.HostConfig.CapDrop}} {{.Config.User}}" mail',
      'stat -f -c %T /srv/mail; ls -ln /srv/mail',
      'docker volume create mail-spool',
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.docker.com/engine/storage/volumes/', 'https://www.postfix.org/INSTALL.html'],
};
