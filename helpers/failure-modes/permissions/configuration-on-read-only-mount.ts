import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/configuration-on-read-only-mount',
  kind: 'fault',
  title: 'a start script or postconf can’t replace or change its files or those of the configuration',
  cause:
    'postconf -e and sed -i write a new file and rename it over the old one. Where main.cf is itself a mount (a bind mount of one file, a ConfigMap, a volume with :ro) it can neither be replaced nor, if read-only, written. The image’s script stops there, or goes on with half a configuration. So it does where the container’s whole file system is read-only (`--read-only`, readOnlyRootFilesystem) and the script changes its own files. “Permission denied”: it does not run as root, or SELinux forbids it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:cannot (?:rename|move)|can't move|couldn't open temporary file) '?(?:\/\w+)*\/etc\/(?:postfix|dovecot|opendkim)\S*?.*(?:[Rr]esource busy|Read-only file system|Permission denied)/,
        specimen: 'sed: cannot rename /etc/postfix/sedXzQ1Lp: Device or resource busy',
        strength: 'names',
      },
      {
        pattern: /fatal: (?:open|rename) \S+\/main\.cf\.tmp: (?:Read-only file system|Device or resource busy)/,
        specimen: 'postconf: fatal: open /etc/postfix/main.cf.tmp: Read-only file system',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:^|ch(?:own|mod): |(?:cp|mv|tee|touch|rm): .*)'?(?:\/\w+)*\/etc\/(?:postfix|dovecot|opendkim)\/\S*: Read-only file system|cannot create regular file \S\/etc\/(?:postfix|dovecot|opendkim)\/\S+: (?:Read-only|Permission)|fatal: open database \/etc\/postfix\/\S+: Read-only file system/,
        specimen: 'chown: /etc/postfix/main.cf: Read-only file system',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:^|ch(?:mod|own|grp): )(?:changing (?:permissions|ownership|group) of )?['‘]?\/(?:scripts|usr|s?bin|opt|app|run|start|init|(?:docker-)?entrypoint)\b\S*: Read-only file system/,
        specimen: "chmod: changing permissions of '/scripts/run.sh': Read-only file system",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused; or a server with its image’s settings',
  },
  repair: {
    words:
      'Mount the whole folder, writable, or a copy that an init step makes; or set by the image’s variables what the file was to say. An image whose script changes its own files needs a writable root.',
    commands: [
      'docker inspect -f "{{json .Mounts}} {{.HostConfig.ReadonlyRootfs}}" mail',
      'mount | grep /etc/postfix',
      'id -u; ls -ldn /etc/postfix /etc/postfix/main.cf',
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.docker.com/engine/storage/bind-mounts/', 'https://www.postfix.org/postconf.1.html'],
};
