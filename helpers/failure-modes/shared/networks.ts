import type { FactSign } from '../../model/failure-mode';
import { wordsOf } from './restriction-lists';

/** One network of a list such as mynetworks. */
interface Network {
  /** 4 or 6; 0 for an entry that is a name or a table. */
  readonly family: 0 | 4 | 6;
  readonly bits: number;
  /** Whether it lies in a range that is not routed: loopback, RFC 1918, unique local. */
  readonly isPrivate: boolean;
  /** Whether an IPv4 address is in it. */
  readonly contains: (address: string) => boolean;
}

/** One of the networks of a parameter is so. Exclusions (`!192.0.2.1`) are not looked at. */
export function networkFact(words: string, judge: (network: Network) => boolean, name = 'mynetworks'): FactSign {
  return {
    words,
    look: `postconf -h ${name}`,
    holds: (facts) => wordsOf(facts, name)?.some((word) => !word.startsWith('!') && judge(readNetwork(word))),
  };
}

/** Whether a network takes in the whole of a range from which Docker takes its networks. */
export function dockerRange({ family, bits, isPrivate, contains }: Network): boolean {
  const docker = contains('172.17.0.1') || contains('10.0.0.1') || contains('192.168.0.1');
  return family === 4 && isPrivate && docker && bits <= 16;
}

/** Reads `192.0.2.0/24`, `192.0.2.1`, `[2001:db8::]/32`. */
export function readNetwork(word: string): Network {
  const six = /^\[?([\da-f]*:[\da-f:.]*)\]?(?:\/(\d+))?$/i.exec(word);
  if (six) {
    const [, address = '', bits = '128'] = six;
    return { family: 6, bits: Number(bits), isPrivate: /^(?:::1$|f[cde])/i.test(address), contains: () => false };
  }
  const four = /^(\d{1,3}(?:\.\d{1,3}){0,3})(?:\/(\d+))?$/.exec(word);
  if (!four) return { family: 0, bits: 0, isPrivate: false, contains: () => false };
  const [, address = '', bits = '32'] = four;
  const within = (other: string) => sharesBits(address, other, Number(bits));
  const isPrivate = privateRanges.some(([range, least]) => Number(bits) >= least && sharesBits(address, range, least));
  return { family: 4, bits: Number(bits), isPrivate, contains: within };
}

const privateRanges = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const;

function sharesBits(one: string, other: string, bits: number): boolean {
  const shift = 2 ** (32 - bits);
  return Math.floor(asNumber(one) / shift) === Math.floor(asNumber(other) / shift);
}

function asNumber(address: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return ((a * 256 + b) * 256 + c) * 256 + d;
}
