import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/container-mount-fails',
  kind: 'fault',
  title: 'a container does not start: a file, a folder or its start script is missing, closed or of the wrong kind',
  cause:
    'A path on the left of a volume that does not exist is made as a folder, and a folder can’t be mounted over a file such as main.cf; or it lies on a read-only file system. In Kubernetes a ConfigMap or Secret is missing in the namespace. A start script (exec) is not in the image or hidden by a volume, has Windows line ends, or lacks its x bit, or a volume is mounted noexec.',
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
      'Make the file before the container is made, remove the folder that was made in its place, give the script its x bit, and start it again.',
    commands: [
      'docker run --rm --entrypoint ls IMAGE -l /entrypoint.sh',
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
