import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/container-may-not-chroot',
  kind: 'fault',
  title: 'a process of Postfix may not chroot: its container, or its unit, lacks CAP_SYS_CHROOT',
  cause:
    'master.cf has y in the chroot column, as Debian’s has for most services, and the kernel does not let the process chroot. The container was started without SYS_CHROOT (cap_drop: ALL, a restricted pod, an engine such as CRI-O that does not give it by default), or a unit of systemd has it not in CapabilityBoundingSet or filters the call. Each such process ends at its start, and master holds the service back.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: chroot\(\S+\): Operation not permitted$/,
        specimen: 'postfix/smtpd[131]: fatal: chroot(/var/spool/postfix): Operation not permitted',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No greeting: the connection closes, and later ones hang',
  },
  repair: {
    words:
      'Let the container chroot, beside SETUID, SETGID and DAC_OVERRIDE, which Postfix needs too; or run its services without chroot.',
    commands: [
      'capsh --decode=$(awk "/CapBnd/ {print \\$2}" /proc/1/status)   # cap_sys_chroot must be among them',
      'docker inspect -f "{{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}}" mail; systemctl show -p CapabilityBoundingSet -p SystemCallFilter postfix',
      'postconf -M | awk \'$5 != "n"\'   # the services that chroot; a dash means y before 3.0',
      "postconf -F '*/*/chroot=n'; postfix reload   # without chroot; since 2.11",
      'docker run --cap-drop ALL --cap-add SYS_CHROOT --cap-add SETUID --cap-add SETGID --cap-add DAC_OVERRIDE --cap-add CHOWN --cap-add FOWNER --cap-add KILL --cap-add NET_BIND_SERVICE IMAGE',
    ],
  },
  unreproduced: 'It takes a container that is started with less than ours are given.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/master.5.html',
    'https://www.postfix.org/postconf.1.html',
    'https://docs.docker.com/engine/containers/run/',
  ],
};
