/** A TCP port on which somebody listens. */
export interface Listener {
  readonly port: number;
  readonly family: 4 | 6;
  /** Whether the machine alone can reach it. */
  readonly loopback: boolean;
}

/**
 * What Linux's /proc/net/tcp and /proc/net/tcp6 say of listeners. A socket of [::] that takes both families is in the second
 * alone, and so is one that takes IPv6 alone: the file does not tell them apart.
 */
export function readListeners(tables: string): readonly Listener[] {
  // sl local_address rem_address st: "0: 00000000:0019 00000000:0000 0A", address and port in hexadecimal, 0A is LISTEN.
  const lines = [...tables.matchAll(/^ *\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /gm)];
  return lines.map(([, address = '', port = '']) => ({
    port: Number.parseInt(port, 16),
    family: address.length === 8 ? 4 : 6,
    // 127.0.0.1 and ::1, each group of four bytes in the order of this machine's processor.
    loopback: /^0100007F$|^0{24}01000000$/.test(address),
  }));
}
