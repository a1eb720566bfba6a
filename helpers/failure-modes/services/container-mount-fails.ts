import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/container-mount-fails',
  kind: 'fault',
  title: 'a file or folder that a mail container is to be given can’t be mounted',
  cause:
    'A path on the left of a volume that does not exist is made as a folder, and a folder can’t be mounted over a file such as main.cf. Or the path lies on a file system that is mounted read-only, or a start script has lost its x bit. In Kubernetes a ConfigMap or Secret of that name is missing in the namespace.',
  symptoms: {
    log: [
      {
        pattern:
          /Are you trying to mount a directory onto a file|error while creating mount source path|exec: "\/\S+\.sh": (?:stat \S+: )?(?:permission denied|no such file)/,
        specimen:
          'Error response from daemon: failed to create shim task: OCI runtime create failed: error mounting "/root/main.cf" to rootfs at "/etc/postfix/main.cf": not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type',
        strength: 'names',
      },
      {
        pattern:
          /MountVolume\.SetUp failed for volume "\S+" ?: (?:configmap|secret) "[^"]*" not found|(?:^|Error: )(?:secret|configmap) "[^"]*(?:mail|smtp|postfix)[^"]*" not found/,
        specimen: 'MountVolume.SetUp failed for volume "config" : configmap "mailserver" not found',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words:
      'Make the file before the container is made, remove the folder that was made in its place, and start it again.',
    commands: [
      'ls -ld ./main.cf; rmdir ./main.cf',
      'docker compose config | grep -A 6 volumes',
      'kubectl get configmap,secret -n mail',
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.docker.com/engine/storage/bind-mounts/',
    'https://kubernetes.io/docs/concepts/configuration/configmap/',
  ],
};
