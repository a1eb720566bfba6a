import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/image-of-another-processor',
  kind: 'fault',
  title: 'a container’s image is for another processor, or its start script can’t be run',
  cause:
    '“exec format error” means that the image is built for another processor (amd64 on ARM, or the other way), or that a start script has no first line #!. “does not match” is a warning: emulated, it may run. “no such file or directory” for a file that is there, and \\r in a line, mean Windows’ line ends, often by Git; or the shell of the first line, or the libc of a program, is not in the image.',
  symptoms: {
    log: [
      {
        pattern:
          /exec user process caused:? "?(?:exec format error|no such file or directory)|exec \/\S+: (?:exec format error|no such file or directory)$|The requested image's platform \(\S+\) does not match/,
        specimen: 'exec /usr/local/bin/start-mailserver.sh: exec format error',
        strength: 'names',
      },
      {
        pattern: /['‘](?:ba|da|z)?sh\\r['’]: No such file|\$'\\r': command not found/,
        specimen: '/usr/bin/env: ‘bash\\r’: No such file or directory',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Take an image for this processor, or build it here. Save scripts with Unix line ends.',
    commands: [
      'uname -m; docker image inspect -f "{{.Os}}/{{.Architecture}}" IMAGE',
      'docker pull --platform linux/arm64 IMAGE',
      "sed -i 's/\\r$//' entrypoint.sh; echo '*.sh text eol=lf' >>.gitattributes",
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.docker.com/build/building/multi-platform/'],
};
