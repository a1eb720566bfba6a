import type { GenericContainer } from 'testcontainers';

/**
 * What the engine would give a container, and no mail server needs. With NET_RAW a program writes packets past the rules of the
 * lab; with MKNOD it makes the machine's devices.
 */
const needless = ['NET_RAW', 'MKNOD', 'SETFCAP'];

/** Takes from somebody's server what it can not need. Programs that are setuid stay: Exim delivers by one, Postfix submits by one. */
export function withoutNeedlessRights<T extends GenericContainer>(container: T): T {
  return container.withDroppedCapabilities(...needless);
}

/** Gives a server of ours what it needs and nothing else: to become its users, to own its files, low ports, a chroot, PAM. */
export function withNeededRights<T extends GenericContainer>(container: T): T {
  return container
    .withDroppedCapabilities('ALL')
    .withAddedCapabilities(
      ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'NET_BIND_SERVICE', 'SYS_CHROOT'],
      'AUDIT_WRITE',
    );
}
