import { didYouMean } from '../../did-you-mean';
import { serviceSchema, type WrittenService } from './schema';

/** Something of a service that the lab does not give, in Compose's words, and where it stands in the service. */
export interface Refusal {
  readonly place: readonly PropertyKey[];
  readonly words: string;
}

/**
 * What would make the machine the image's. A service that has it is refused, since it is another one without.
 */
export function asksForTheMachine(service: WrittenService): readonly Refusal[] {
  const sockets = service.volumes.flatMap((volume, index): readonly Refusal[] => {
    const source = typeof volume === 'string' ? (volume.split(':')[0] ?? '') : volume.source;
    const isSocket = source !== undefined && /(^|\/)(docker|podman|containerd)\.sock$/.test(source);
    return isSocket ? [{ place: ['volumes', index], words: `volumes: ${source}, the socket of the engine` }] : [];
  });
  const privileged = service.privileged === true || service.privileged === 'true';
  const ofHost = ['network_mode', 'pid', 'ipc', 'userns_mode', 'uts', 'cgroup'].filter(
    (key) => service[key] === 'host',
  );
  return [
    ...sockets,
    ...(privileged ? [{ place: ['privileged'], words: 'privileged: true' }] : []),
    ...ofHost.map((key) => ({ place: [key], words: `${key}: host` })),
  ];
}

/** What a service goes without in the lab, and may miss. What is not named, such as its ports or its logging, nobody misses. */
export function withheldOf(service: WrittenService): readonly Refusal[] {
  const { cap_add: capabilities, networks } = service;
  const keys = missed.filter((key) => service[key] !== undefined);
  const far = capabilities.filter((name) => !isHarmless(name));
  const addresses = networks.some((one) => one?.ipv4_address !== undefined || one?.ipv6_address !== undefined);
  return [
    ...keys.map((key) => ({ place: [key], words: key })),
    ...far.map((name) => ({ place: ['cap_add', capabilities.indexOf(name)], words: `cap_add: ${name}` })),
    ...(addresses ? [{ place: ['networks'], words: 'networks: an address of its own' }] : []),
  ];
}

/** Keys that Compose does not have, other than its users' own (`x-…`): most often they are misspelt, and what they say is lost. */
export function unknownKeysOf(service: WrittenService): readonly Refusal[] {
  const known = [...Object.keys(serviceSchema.shape), ...missed, ...notMissed];
  const unknown = Object.keys(service).filter((key) => !key.startsWith('x-') && !known.includes(key));
  return unknown.map((key) => {
    const meant = didYouMean(key, known);
    return { place: [key], words: `${key}, which Compose does not know${meant ? `; did you mean ${meant}?` : ''}` };
  });
}

/** Those capabilities of it that the lab gives. */
export function capabilitiesGiven(names: readonly string[]): readonly string[] {
  return names.filter(isHarmless);
}

/** Whether it reaches no farther than the container: not the rules of the lab, not the machine. */
function isHarmless(name: string): boolean {
  return harmless.includes(name.toUpperCase().replace(/^CAP_/, ''));
}

const harmless = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETPCAP'],
  ...['SETUID', 'SYS_CHROOT', 'IPC_LOCK', 'IPC_OWNER', 'LEASE', 'LINUX_IMMUTABLE', 'SYS_NICE', 'SYS_PTRACE'],
];

const missed = [
  ...['devices', 'device_cgroup_rules', 'gpus', 'sysctls', 'security_opt', 'extra_hosts', 'volumes_from', 'group_add'],
  ...[
    'network_mode',
    'pid',
    'ipc',
    'runtime',
    'ulimits',
    'shm_size',
    'credential_spec',
    'cgroup_parent',
    'use_api_socket',
  ],
  ...['post_start', 'pre_stop', 'provider'],
];

// What else Compose has for a service (compose-spec, 05-services.md): in the lab it makes no difference.
const notMissed = `
annotations attach blkio_config cgroup cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime
cpu_shares cpus cpuset deploy develop dns dns_opt dns_search expose extends external_links init isolation
label_file labels logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit models
oom_kill_disable oom_score_adj pids_limit platform ports privileged profiles pull_policy pull_refresh_after
restart scale stdin_open stop_grace_period stop_signal storage_opt tty userns_mode uts`
  .trim()
  .split(/\s+/);
