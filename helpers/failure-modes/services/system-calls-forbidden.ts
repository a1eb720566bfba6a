import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/system-calls-forbidden',
  kind: 'fault',
  title: 'the system forbids programs of the mail server calls that they need, or lacks them',
  cause:
    'A container’s filter that is older than the programs in it answers `Operation not permitted` to calls that it does not know, such as clock_gettime64: libseccomp2 before 2.4.2 or an old Docker, mostly on 32-bit ARM. Berkeley DB then panics. A system that is only emulated (iSH, WSL 1) lacks some calls, such as those that list the addresses; a unit with RestrictAddressFamilies but no AF_NETLINK forbids them to what it calls, such as sendmail.',
  symptoms: {
    log: [
      {
        pattern:
          /clock_gettime: Operation not permitted|BDB0061 PANIC: Operation not permitted|clock_gettime\(\) failed: Operation not permitted/,
        specimen: 'postalias BDB0061 PANIC: Operation not permitted',
        strength: 'names',
      },
      {
        pattern: /^fatal: inet_addr_local\[\w+\]: (?:ioctl \w+|socket|getifaddrs): /,
        specimen: 'postfix: fatal: inet_addr_local[siocgif]: ioctl SIOCGIFCONF: Not a tty',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the server does not start, or a program can not hand its mail to sendmail.',
  },
  repair: {
    words:
      'Update libseccomp2 and Docker on the machine; an image with an older base goes meanwhile. Give a hardened unit AF_NETLINK.',
    commands: [
      'rpm -q libseccomp   # Debian: dpkg -l libseccomp2',
      'docker version; systemctl show -p RestrictAddressFamilies,SystemCallFilter postfix',
      'docker run --rm --security-opt seccomp=unconfined IMAGE date   # only to see whether it is that',
    ],
  },
  unreproduced: 'Our machine’s filter knows the calls.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.linuxserver.io/FAQ/#option-1', 'https://github.com/bokysan/docker-postfix/issues/90'],
};
