import type { Zone } from '../../model/zone';
import type { ExpectedReply } from '../../targets/target';

/** The mail is taken. */
export const taken: ExpectedReply = { code: 250, enhanced: '2.1.5' };
const unknown: ExpectedReply = { code: 450, enhanced: '4.1.8' };

/** What DNS can say of a sender's domain, and what becomes of the mail. */
export const domains: readonly {
  readonly name: string;
  readonly words: string;
  readonly reply: ExpectedReply | 'by version';
  readonly zone: (suffix: string) => Zone;
}[] = [
  {
    name: 'a-only',
    words: 'has an A record and no MX',
    reply: taken,
    zone: (suffix) => ({
      suffix,
      kind: 'records',
      records: [{ name: suffix, type: 'A', data: '203.0.113.30' }],
    }),
  },
  {
    name: 'mx-only',
    words: 'has an MX record and no A',
    reply: taken,
    zone: (suffix) => ({
      suffix,
      kind: 'records',
      records: [
        { name: suffix, type: 'MX', data: `10 mx.${suffix}` },
        { name: `mx.${suffix}`, type: 'A', data: '203.0.113.31' },
      ],
    }),
  },
  {
    name: 'neither',
    words: 'exists but has neither A nor MX',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'records', records: [{ name: suffix, type: 'TXT', data: 'nothing here' }] }),
  },
  {
    name: 'nxdomain',
    words: 'does not exist',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'nxdomain' }),
  },
  {
    name: 'servfail',
    words: 'can not be looked up: SERVFAIL',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'servfail' }),
  },
  {
    name: 'silence',
    words: 'can not be looked up: DNS is silent',
    reply: unknown,
    zone: (suffix) => ({ suffix, kind: 'silence' }),
  },
  {
    name: 'null-mx',
    words: 'says that it takes no mail: MX 0 .',
    reply: 'by version',
    zone: (suffix) => ({ suffix, kind: 'records', records: [{ name: suffix, type: 'MX', data: '0 .' }] }),
  },
];
