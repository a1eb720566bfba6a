import type { FactSign, FailureMode, LogSign } from '../model/failure-mode';
import type { Zone } from '../model/zone';
import { mailOfStranger, mailOfUser } from './client-steps';
import { listFact, opposite, precedes, rejects, wordsOf } from './restriction-lists';
import { alone } from './signs';

/** A list of clients that is no more, under the name by which main.cf still asks it. */
interface DeadList {
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  /** The zone and its sub-zones, as a pattern. */
  readonly zone: string;
  /** One of them, as the reproduction asks it. */
  readonly asked: string;
  readonly restriction?: 'reject_rbl_client' | 'reject_rhsbl_client';
  readonly references: readonly string[];
}

const deadLists: readonly DeadList[] = [
  {
    id: 'ordb-is-closed',
    title: 'main.cf asks relays.ordb.org, which closed in 2006',
    cause:
      'ORDB, a list of open relays, ended in December 2006. In March 2008 its zone began to list every address, in order to ' +
      'make the last users notice, and whoever still asked it refused all mail.',
    zone: '(?:[\\w-]+\\.)*ordb\\.org',
    asked: 'relays.ordb.org',
    references: ['https://en.wikipedia.org/wiki/Open_Relay_Database'],
  },
  {
    id: 'ahbl-is-closed',
    title: 'main.cf asks a list of ahbl.org, which closed in 2015',
    cause:
      'The AHBL ended its public lists, rhsbl.ahbl.org and dnsbl.ahbl.org among them, and from January 2015 on they listed ' +
      'everything, so that the last users would notice.',
    zone: '(?:[\\w-]+\\.)*ahbl\\.org',
    asked: 'rhsbl.ahbl.org',
    restriction: 'reject_rhsbl_client',
    references: ['https://github.com/sovereign/sovereign/issues/232'],
  },
  {
    id: 'wirehub-is-closed',
    title: 'main.cf asks dynablock.wirehub.net, which is long gone',
    cause:
      'Wirehub’s list of dial-up addresses went over to easynet.nl and ended in 2003. ' +
      'The name is in many a main.cf copied from old how-tos.',
    zone: '(?:[\\w-]+\\.)*wirehub\\.net',
    asked: 'dynablock.wirehub.net',
    references: ['https://www.postfix.org/postconf.5.html#reject_rbl_client'],
  },
  {
    id: 'spamcop-without-bl',
    title: 'main.cf asks spamcop.net, but the list is bl.spamcop.net',
    cause:
      'spamcop.net is the web site; the list is bl.spamcop.net. The site’s zone says "no such name" to every question, ' +
      'so nobody is ever blocked, and nobody notices; should it one day answer all names, as parked domains do, ' +
      'everybody is.',
    zone: 'spamcop\\.net',
    asked: 'spamcop.net',
    references: ['https://www.spamcop.net/bl.shtml'],
  },
  {
    id: 'sorbs-is-closed',
    title: 'main.cf asks a list of sorbs.net, which closed in 2024',
    cause:
      'Proofpoint ended SORBS in June 2024 and emptied its zones (dnsbl.sorbs.net, dul.dnsbl.sorbs.net and others).',
    zone: '(?:[\\w-]+\\.)*sorbs\\.net',
    asked: 'dnsbl.sorbs.net',
    references: [
      'https://github.com/mailcow/mailcow-dockerized/pull/5901',
      'https://github.com/anonaddy/docker/pull/301',
    ],
  },
  {
    id: 'njabl-is-closed',
    title: 'main.cf asks a list of njabl.org, which closed in 2013',
    cause:
      'NJABL ("not just another bogus list") ended in March 2013; its zone was emptied, then listed everything at times.',
    zone: '(?:[\\w-]+\\.)*njabl\\.org',
    asked: 'dnsbl.njabl.org',
    references: ['https://github.com/sovereign/sovereign/issues/750'],
  },
];

const anyDead = deadLists.map(({ zone }) => zone).join('|');
const lists = ['client', 'helo', 'sender', 'relay', 'recipient'].map((kind) => `smtpd_${kind}_restrictions`);

const blocked = (zone: string, specimen: string, strength: LogSign['strength'], text = ''): LogSign =>
  rejects(
    new RegExp(`[45]\\d\\d [45]\\.7\\.1 Service unavailable; .* blocked using ${zone}(?:;${text}|$)`),
    `postfix/smtpd[278]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using ${specimen}; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
    strength,
  );

const listsFirst = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions asks lists before it permits a login',
  (list) => precedes(list, /^reject_(?:rbl|rhsbl)_/, /^permit_sasl_authenticated$/),
);

const answersAll = (suffix: string, address = '127.0.0.2', text?: string): Zone => ({
  suffix,
  kind: 'everything',
  address,
  ...(text !== undefined && { text }),
});

const liveList = `(?!(?:${anyDead})(?:;|$))\\S+?`;

const openResolver = 'Error: open resolver; https://check.spamhaus.org/returnc/pub/198.51.100.53/';

/** Lists of clients that are asked by DNS: dead ones, ones that can't be asked, and ones that are asked too early. */
export const dnsLists: readonly FailureMode[] = [
  ...deadLists.map(deadListMode),
  {
    id: 'dns/lists-before-login',
    kind: 'fault',
    title: 'a client on a list is rejected even when it logs in',
    cause:
      'smtpd_client_restrictions asks lists such as sbl.spamhaus.org and has no permit_sasl_authenticated before them. ' +
      'Lists of dial-up and abused addresses are made for mail servers; users write from just such addresses, and a ' +
      'login does not help them.',
    symptoms: {
      log: [blocked(liveList, 'zen.spamhaus.org', 'suggests', '(?! Error: open resolver)')],
      facts: [listsFirst],
      client: '235 2.7.0 Authentication successful, then 554 5.7.1 Service unavailable; Client host … blocked using …',
    },
    repair: {
      words: 'Permit those who logged in before the first list.',
      commands: [
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client zen.spamhaus.org"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_rbl_client sbl.spamhaus.org"',
      provoke: [{ ...mailOfUser, vantage: 'listed' }],
      repair:
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client sbl.spamhaus.org"',
      toldBy: 'log and facts',
    },
    versions: {},
    // The checks expect just this of the how-to's server, and so does the how-to.
    noticedBy: [],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html', 'https://github.com/anonaddy/docker/issues/182'],
  },
  {
    id: 'dns/client-listed',
    kind: 'client',
    title: 'a client is on a list that the server asks',
    cause:
      'The client’s address or name is on a list, and it has not logged in: the server does what it was told. Whether ' +
      'the entry is right, the list’s web site knows. If it is so with every client, the list answers everything: ask ' +
      'it for 127.0.0.1, which must not be listed.',
    symptoms: {
      log: [blocked(liveList, 'zen.spamhaus.org', 'suggests', '(?! Error: open resolver)')],
      facts: [opposite(listsFirst, 'smtpd_client_restrictions permits a login before it asks lists')],
      client: '554 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using sbl.spamhaus.org; …',
    },
    repair: {
      words: 'The owner of the address asks the list to take it off; users log in.',
      commands: [
        'dig +short 66.113.0.203.sbl.spamhaus.org',
        'dig +short 1.0.0.127.sbl.spamhaus.org   # no answer: well',
      ],
    },
    reproduction: {
      inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client sbl.spamhaus.org"`,
      provoke: [{ ...mailOfStranger, vantage: 'listed', to: 'local' }],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['RFC 5782'],
  },
  {
    id: 'dns/list-refuses-open-resolver',
    kind: 'fault',
    title: 'a list tells the server’s resolver that it won’t answer it, and Postfix takes that for a listing',
    cause:
      'Spamhaus does not serve large public resolvers (8.8.8.8, 1.1.1.1, those of hosters): it answers 127.255.255.254 ' +
      'to every question. Without a filter Postfix takes any answer for "listed", and every client is rejected. The ' +
      'address in the text is the resolver’s, not the client’s.',
    symptoms: {
      log: [blocked('\\S+?', `zen.spamhaus.org; ${openResolver}`, 'names', ' Error: open resolver;.*')],
      facts: [],
      client: `554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; ${openResolver}`,
    },
    repair: {
      words: 'Say which answers count; run a resolver of your own, or ask with a key of Spamhaus’ DQS.',
      commands: [
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client zen.spamhaus.org"`,
      provoke: [{ ...mailOfStranger, to: 'local' }],
      repair: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_rbl_client zen.spamhaus.org=127.0.0.[2..11]"`,
      zones: [answersAll('zen.spamhaus.org', '127.255.255.254', openResolver)],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: [
      'https://www.spamhaus.org/faqs/dnsbl-usage/',
      'https://github.com/docker-mailserver/docker-mailserver/issues/4403',
      'https://github.com/anonaddy/docker/issues/182',
    ],
  },
  {
    id: 'dns/list-can-not-be-asked',
    kind: 'fault',
    title: 'a list can’t be asked, so it protects from nothing',
    cause:
      'The zone of the list, or the server’s resolver, answers with an error or not at all. Postfix warns and takes the ' +
      'mail, so that nobody complains; with a zone that stays silent each mail waits ten seconds for it. Results are ' +
      'remembered for the life of an smtpd process, the warning therefore comes only now and then.',
    symptoms: {
      log: [
        {
          pattern: /^warning: (?:\S+: RBL lookup error: |dnsblog_query: lookup error for DNS query )/,
          specimen:
            'postfix/smtpd[3158]: warning: 7.100.51.198.sbl.spamhaus.org: RBL lookup error: Host or domain name not found. Name service error for name=7.100.51.198.sbl.spamhaus.org type=A: Host not found, try again',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'The mail is taken; with a silent list the answer to RCPT comes ten seconds late.',
    },
    repair: {
      words: 'If it is one list, take it out; if it is all, repair the resolver.',
      commands: ['dig 2.0.0.127.sbl.spamhaus.org', 'cat /etc/resolv.conf', 'postconf -n | grep -E "rbl|rhsbl"'],
    },
    reproduction: {
      inject: ':',
      provoke: [{ ...mailOfStranger, to: 'local' }],
      repair: ':',
      zones: [{ suffix: 'sbl.spamhaus.org', kind: 'servfail' }],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/mailcow/mailcow-dockerized/issues/1191'],
  },
];

function deadListMode({
  id,
  title,
  cause,
  zone,
  asked,
  restriction = 'reject_rbl_client',
  references,
}: DeadList): FailureMode {
  return {
    id: `dns/${id}`,
    kind: 'fault',
    title,
    cause: `${cause} As long as it answers "no such name" it does nothing but cost time; a zone that is parked or sold answers every name, and then all mail is rejected.`,
    symptoms: {
      log: [blocked(zone, asked, 'names', '.*')],
      facts: [alone(asks(zone))],
      client: `Nothing, or for everybody: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using ${asked}`,
    },
    repair: {
      words: 'Take the list out. Where lists are used, say which answers count: =127.0.0.[2..11].',
      commands: [`postconf -n | grep ${asked}`, 'vi /etc/postfix/main.cf', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, ${restriction} ${asked}, permit"`,
      provoke: [{ ...mailOfStranger, to: 'local' }],
      repair: `sed -i 's/ ${restriction} ${asked},//' /etc/postfix/main.cf`,
      zones: [answersAll(asked)],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/postconf.5.html#reject_rbl_client', ...references],
  };
}

function asks(zone: string): FactSign {
  const whole = new RegExp(`^${zone}(?:=\\S+)?$`, 'i');
  return {
    words: 'a list of restrictions asks it',
    look: `postconf -n | grep -E 'rbl|rhsbl'`,
    holds: (facts) =>
      facts.mainCf &&
      lists.some((name) => {
        const words = wordsOf(facts, name) ?? [];
        return words.some(
          (word, index) =>
            whole.test(word) &&
            /^(?:reject|warn_if_reject|permit).*_(?:rbl|rhsbl|dnswl|rhswl)_/.test(words[index - 1] ?? ''),
        );
      }),
  };
}
