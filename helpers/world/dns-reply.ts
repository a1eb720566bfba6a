import * as dns from 'dns-packet';
import type { DnsQuery, Zone } from '../model/zone';
import { startOfAuthority, toAnswer } from './dns-records';
import { type DnsRequest, readPacket } from './dns-request';
import { lookUp, type ZoneAnswer } from './zone-lookup';

/** What goes back for a packet (nothing: silence), and the question in it, if it had one. */
export interface DnsExchange {
  readonly reply?: Buffer;
  readonly query?: Omit<DnsQuery, 'at'>;
}

/** Answers one packet from the zones. Over UDP the reply is cut to what the client can take. */
export function replyTo(packet: Buffer, zones: readonly Zone[], transport: 'udp' | 'tcp'): DnsExchange {
  const request = readPacket(packet);
  switch (request.kind) {
    case 'unanswerable':
      return {};
    case 'malformed':
      return { reply: dns.encode(replyHeader(request, 'formerr')) };
    case 'other-opcode':
      return { reply: dns.encode(replyHeader(request, 'notimp')) };
    case 'request':
      return answerRequest(request, zones, transport);
  }
}

const rcodes = { records: 0, nodata: 0, formerr: 1, servfail: 2, nxdomain: 3, notimp: 4, refused: 5 } as const;
type Outcome = keyof typeof rcodes;

// The opcode and RD are the client's, RFC 1035 section 4.1.1.
const copiedFlags = (0xf << 11) | dns.RECURSION_DESIRED;

function replyHeader({ id, flags }: { readonly id: number; readonly flags: number }, outcome: Outcome): dns.Packet {
  return { type: 'response', id, flags: (flags & copiedFlags) | dns.RECURSION_AVAILABLE | rcodes[outcome] };
}

function answerRequest(request: DnsRequest, zones: readonly Zone[], transport: 'udp' | 'tcp'): DnsExchange {
  const { name, type } = request.question;
  const answer: ZoneAnswer = request.question.class === 'IN' ? lookUp(zones, { name, type }) : { kind: 'refused' };
  if (answer.kind === 'silence') return { query: { name, type, answer: 'silence' } };
  const maxBytes = transport === 'tcp' ? 0xffff : Math.max(512, request.ednsBytes ?? 0);
  try {
    const { reply, truncated } = encodeWithin(maxBytes, request, answer);
    return { reply, query: { name, type, answer: truncated ? 'truncated' : inWords(answer) } };
  } catch (error) {
    // A record that has no form on the wire, such as `A nonsense`: to be seen by whoever reads the queries.
    const reply = dns.encode(replyPacket(request, { kind: 'servfail' }));
    return { reply, query: { name, type, answer: `SERVFAIL: ${error}` } };
  }
}

type SpokenAnswer = Exclude<ZoneAnswer, { readonly kind: 'silence' }>;

function encodeWithin(maxBytes: number, request: DnsRequest, answer: SpokenAnswer) {
  const whole = dns.encode(replyPacket(request, answer));
  if (whole.length <= maxBytes || answer.kind !== 'records') return { reply: whole, truncated: false };
  // RFC 2181 section 9: leaving out what is only additional is no truncation.
  const necessary = dns.encode(replyPacket(request, { ...answer, additionals: [] }));
  if (necessary.length <= maxBytes) return { reply: necessary, truncated: false };
  const empty = replyPacket(request, { kind: 'records', records: [], additionals: [] });
  return { reply: dns.encode({ ...empty, flags: (empty.flags ?? 0) | dns.TRUNCATED_RESPONSE }), truncated: true };
}

function replyPacket(request: DnsRequest, answer: SpokenAnswer): dns.Packet {
  const header = replyHeader(request, answer.kind);
  const addresses = answer.kind === 'records' ? answer.additionals.map((record) => toAnswer(record, record.name)) : [];
  return {
    ...header,
    flags: (header.flags ?? 0) | dns.AUTHORITATIVE_ANSWER,
    questions: [request.question],
    answers: answer.kind === 'records' ? answer.records.map((record) => toAnswer(record, request.question.name)) : [],
    authorities: answer.kind === 'nodata' || answer.kind === 'nxdomain' ? [startOfAuthority()] : [],
    additionals: request.ednsBytes === undefined ? addresses : [...addresses, optRecord],
  };
}

// RFC 6891 section 6.1.1: an OPT record is answered with one. 1232 bytes is what no network fragments.
const optRecord: dns.OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: 1232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

function inWords(answer: SpokenAnswer): string {
  if (answer.kind !== 'records') return answer.kind.toUpperCase();
  return answer.records.map(({ type, data }) => `${type} ${data}`).join(', ');
}
