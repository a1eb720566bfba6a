import { type DecodedPacket, decode, encode, type Question } from 'dns-packet';

/** A question that can be answered, and what its sender can take. */
export interface DnsRequest {
  readonly kind: 'request';
  readonly id: number;
  readonly flags: number;
  readonly question: Question;
  /** The UDP size of the sender's OPT record (RFC 6891), if it sent one. */
  readonly ednsBytes: number | undefined;
}

/** What a packet is that may be anything: a request, one to refuse, or one that must have no reply at all. */
export type ReadPacket =
  | DnsRequest
  | { readonly kind: 'malformed' | 'other-opcode'; readonly id: number; readonly flags: number }
  | { readonly kind: 'unanswerable' };

/** Reads a packet as it came from the network, whatever it holds. */
export function readPacket(packet: Buffer): ReadPacket {
  // Without a header there is no id to reply to; and a reply to a reply could go round between two servers for ever.
  if (packet.length < headerBytes) return { kind: 'unanswerable' };
  const [id, flags] = [packet.readUInt16BE(0), packet.readUInt16BE(2)];
  if (flags & responseFlag) return { kind: 'unanswerable' };
  if (flags & opcodeMask) return { kind: 'other-opcode', id, flags };

  const decoded = decodeOrUndefined(packet);
  const [question, ...more] = decoded?.questions ?? [];
  if (question === undefined || more.length > 0 || !repeatsAsSent(question, packet)) {
    return { kind: 'malformed', id, flags };
  }
  const opt = decoded?.additionals?.find((record) => record.type === 'OPT');
  return { kind: 'request', id, flags, question, ednsBytes: opt?.udpPayloadSize };
}

const headerBytes = 12;
const responseFlag = 1 << 15;
const opcodeMask = 0xf << 11;

function decodeOrUndefined(packet: Buffer): DecodedPacket | undefined {
  try {
    return decode(packet);
  } catch {
    // The library's errors tell nothing but that the packet is garbage, which is a result here.
    return undefined;
  }
}

// A label with a dot or with bytes that aren't UTF-8 comes back from the library as another name.
function repeatsAsSent(question: Question, packet: Buffer): boolean {
  const repeated = encode({ questions: [question] }).subarray(headerBytes);
  return repeated.equals(packet.subarray(headerBytes, headerBytes + repeated.length));
}
