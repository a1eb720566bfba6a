import type { Vantage, VantagePoint } from '../../model/vantage';
import type { Zone } from '../../model/zone';

/** What a list's DNS can say of a client, in the words of a check's title. */
export const listAnswers = {
  listed: 'lists',
  'open-resolver': 'answers 127.255.255.254 about',
  nxdomain: 'does not list',
  servfail: 'answers SERVFAIL about',
  refused: 'answers REFUSED about',
  silence: 'is silent about',
} as const;

/** One of them. */
export type ListAnswer = keyof typeof listAnswers;

/** A block list as main.cf names it; `by`: whether it is asked for the client's address or for its name. */
export interface BlockList {
  readonly zone: string;
  readonly by: 'address' | 'name';
}

/** Those with which the how-to replaces the dead one, in its order. */
export const replacementLists: readonly BlockList[] = [
  { zone: 'rhsbl.ahbl.org', by: 'name' },
  { zone: 'spamcop.net', by: 'address' },
  { zone: 'dynablock.wirehub.net', by: 'address' },
  { zone: 'sbl.spamhaus.org', by: 'address' },
];

/** The one that the how-to had first, dead since 2006. */
export const deadList: BlockList = { zone: 'relays.ordb.org', by: 'address' };

/** A client of which one list says one thing, and all others that they do not list it. */
export interface ListClient {
  readonly list: BlockList;
  readonly answer: ListAnswer;
  readonly point: VantagePoint;
}

/** Such clients for each of the lists and answers, addresses of 203.0.113.0/24 from .100 on. */
export const listClients: readonly ListClient[] = [deadList, ...replacementLists].flatMap((list, listIndex) => {
  const answers = Object.keys(listAnswers) as ListAnswer[];
  return answers.map((answer, index) => {
    const hostname = `${answer}.${list.zone.split('.')[0]}.outside.example`;
    const address = `203.0.113.${100 + listIndex * answers.length + index}`;
    return { list, answer, point: { name: vantageOf(list, answer), address, hostname } };
  });
});

/** The name of such a client's vantage point. */
export function vantageOf({ zone }: BlockList, answer: ListAnswer): Vantage {
  return `dns:${zone} ${listAnswers[answer]}`;
}

/** What the lists say of the clients, and nothing of anybody else. */
export function listZones(): readonly Zone[] {
  return listClients.map(({ list, answer, point }) => {
    const suffix = queryName(list, point);
    switch (answer) {
      case 'listed':
        return { suffix, kind: 'everything', address: '127.0.0.2', text: 'listed for the test' };
      case 'open-resolver':
        return { suffix, kind: 'everything', address: '127.255.255.254', text: 'Error: open resolver' };
      default:
        return { suffix, kind: answer };
    }
  });
}

function queryName({ zone, by }: BlockList, { address, hostname = '' }: VantagePoint): string {
  return by === 'name' ? `${hostname}.${zone}` : `${address.split('.').reverse().join('.')}.${zone}`;
}
