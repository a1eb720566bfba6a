import type { FactSign, FailureMode } from '../model/failure-mode';
import { connectOn3, mailOfStranger } from './client-steps';
import { listOf, precedes, recipientLists, refusal, wordsOf } from './restriction-lists';
import { alone, parameter, perhaps } from './signs';

/** What the lists for recipients let through before they refuse: who fulfils a condition that anybody can fulfil. */
export const openRelayLists: readonly FailureMode[] = [
  {
    id: 'open-relay/access-table-permits-everybody',
    kind: 'exposure',
    title: 'an access table permits everybody before anything refuses to relay',
    cause:
      'A check_client_access, or another access table, answers OK for every client: static:OK, a pattern that matches ' +
      'all, put there for a test. In smtpd_relay_restrictions and smtpd_recipient_restrictions OK means that the mail ' +
      'is relayed, whatever stands behind.',
    symptoms: {
      log: [],
      facts: [
        alone(
          permitsBeforeRefusal(
            'every list that refuses to relay has a table before it that says OK to everybody',
            /^(?:static|inline):\{?(?:\w+=)?(?:ok|permit|relay|\d+)\}?$/i,
          ),
        ),
      ],
      client: '250 2.1.5 Ok for any recipient, without a login',
    },
    repair: {
      words: 'Take the table out, or move it into smtpd_client_restrictions, where OK does not permit to relay.',
      commands: [
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: inRelayList('check_client_access static:OK'),
      provoke: [mailOfStranger],
      repair: mendRelayList(),
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
  },
  {
    id: 'open-relay/sender-access-permits',
    kind: 'exposure',
    title: 'a sender address permits to relay, and anybody can forge one',
    cause:
      'check_sender_access stands before reject_unauth_destination: for every sender for which its table says OK, most ' +
      'often the own domain, the server relays. The sender of an envelope is what the client says it is. Spammers try ' +
      'the own domain of a server first.',
    symptoms: {
      log: [],
      facts: [
        perhaps(
          permitsBeforeRefusal(
            'every list that refuses to relay has check_sender_access before it',
            /^check_sender_access$/,
          ),
        ),
        saysOk('sender_access'),
      ],
      client: '250 2.1.5 Ok for any recipient when MAIL FROM has a domain of the table',
    },
    repair: {
      words:
        'Move it to smtpd_sender_restrictions, where OK does not permit to relay, or behind reject_unauth_destination.',
      commands: [
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'postconf -e "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_access"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `echo 'example.test OK' >/etc/postfix/sender_access
postmap hash:/etc/postfix/sender_access
${inRelayList('check_sender_access hash:/etc/postfix/sender_access')}`,
      provoke: [{ ...mailOfStranger, from: 'alice@example.test' }],
      repair: `${mendRelayList()} "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_access"`,
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
  },
  {
    id: 'open-relay/helo-access-permits',
    kind: 'exposure',
    title: 'a HELO name permits to relay, and anybody can say one',
    cause:
      'check_helo_access stands before reject_unauth_destination, in order to let a certain client through. The name ' +
      'in HELO is what the client says; whoever learns or guesses it relays.',
    symptoms: {
      log: [],
      facts: [
        perhaps(
          permitsBeforeRefusal(
            'every list that refuses to relay has check_helo_access before it',
            /^check_helo_access$/,
          ),
        ),
        saysOk('helo_access'),
      ],
      client: '250 2.1.5 Ok for any recipient after EHLO with a name of the table',
    },
    repair: {
      words: 'Know the client by its login or its address; move the table to smtpd_helo_restrictions.',
      commands: [
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `echo 'outside.example OK' >/etc/postfix/helo_access
postmap hash:/etc/postfix/helo_access
${inRelayList('check_helo_access hash:/etc/postfix/helo_access')}`,
      provoke: [mailOfStranger],
      repair: mendRelayList(),
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
  },
  {
    id: 'open-relay/reverse-name-permits',
    kind: 'exposure',
    title: 'a reverse DNS name permits to relay, and its owner may write what they like',
    cause:
      'check_reverse_client_hostname_access stands before reject_unauth_destination. It looks at the PTR record of the ' +
      'client’s address without asking whether that name has this address; whoever runs the reverse zone of an ' +
      'address can put any name there. check_client_access asks for both.',
    symptoms: {
      log: [],
      facts: [
        perhaps(
          permitsBeforeRefusal(
            'every list that refuses to relay has check_reverse_client_hostname_access before it',
            /^check_reverse_client_hostname_access$/,
          ),
        ),
        saysOk('reverse_access'),
      ],
      client: '250 2.1.5 Ok for any recipient, from an address whose PTR record has such a name',
    },
    repair: {
      words: 'Use check_client_access, or know the client by its login.',
      commands: [
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `echo 'outside.example OK' >/etc/postfix/reverse_access
postmap hash:/etc/postfix/reverse_access
${inRelayList('check_reverse_client_hostname_access hash:/etc/postfix/reverse_access')}`,
      provoke: [mailOfStranger],
      repair: mendRelayList(),
      toldBy: 'facts',
    },
    versions: { from: '2.6' },
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: ['https://www.postfix.org/postconf.5.html#check_reverse_client_hostname_access'],
  },
  {
    id: 'open-relay/mx-backup-for-everybody',
    kind: 'exposure',
    title: 'permit_mx_backup relays for every domain that names the server as its MX',
    cause:
      'permit_mx_backup takes mail for each domain whose MX records name this server. Anybody can put it into the MX ' +
      'records of a domain of theirs, and the server then stores and forwards their mail. permit_mx_backup_networks, ' +
      'which would narrow that to certain primary servers, is empty.',
    symptoms: {
      log: [],
      facts: [
        alone(
          permitsBeforeRefusal('every list that refuses to relay has permit_mx_backup before it', /^permit_mx_backup$/),
        ),
        parameter('permit_mx_backup_networks', /^$/, 'permit_mx_backup_networks is empty'),
      ],
      client: '250 2.1.5 Ok for recipients of a domain with the server among its MX',
    },
    repair: {
      words: 'Name the domains in relay_domains instead.',
      commands: [
        'postconf -e "relay_domains = customer.example"',
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e proxy_interfaces=192.0.2.1
${inRelayList('permit_mx_backup')}`,
      provoke: [mailOfStranger],
      repair: mendRelayList(),
      zones: [
        {
          suffix: 'elsewhere.example',
          kind: 'records',
          records: [
            { name: 'elsewhere.example', type: 'MX', data: '10 mx.elsewhere.example' },
            { name: 'elsewhere.example', type: 'MX', data: '20 mail.example.test' },
            { name: 'mx.elsewhere.example', type: 'A', data: '203.0.113.25' },
          ],
        },
      ],
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: ['https://www.postfix.org/postconf.5.html#permit_mx_backup'],
  },
  {
    id: 'open-relay/any-client-certificate-permits',
    kind: 'exposure',
    title: 'any client certificate of a known authority permits to relay',
    cause:
      'permit_tls_all_clientcerts permits every client whose certificate verifies. With smtpd_tls_CAfile set to the ' +
      'system’s authorities that is everybody who has bought a certificate, or got one for nothing.',
    symptoms: {
      log: [],
      facts: [
        alone(
          permitsBeforeRefusal(
            'every list that refuses to relay has permit_tls_all_clientcerts before it',
            /^permit_tls_all_clientcerts$/,
          ),
        ),
      ],
      client: '250 2.1.5 Ok for any recipient, inside TLS with a client certificate',
    },
    repair: {
      words: 'Use permit_tls_clientcerts with the fingerprints of the clients in relay_clientcerts.',
      commands: [
        'postconf -e relay_clientcerts=hash:/etc/postfix/relay_clientcerts',
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, permit_tls_clientcerts, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e smtpd_tls_ask_ccert=yes smtpd_tls_CAfile=/etc/pki/tls/certs/postfix.pem
${inRelayList('permit_tls_all_clientcerts')}`,
      provoke: [
        {
          kind: 'run',
          // Each line after the reply to the last: all at once would be pipelining, which is another failure mode. What s_client
          // shows first is the end of the reply to its own EHLO.
          script: `${connectOn3('127.0.0.1', 25)}; exec 3>&-
coproc openssl s_client -quiet -starttls smtp -connect "$(hostname -i):25" -crlf \\
  -cert /etc/pki/tls/certs/postfix.pem -key /etc/pki/tls/private/postfix.key 2>/dev/null
replied() { while read -r -t 5 -u "\${COPROC[0]}" reply; do [[ $reply == [2-5][0-9][0-9]\\ * ]] && return; done; }
replied
for line in 'EHLO client' 'MAIL FROM:<x@outside.example>' 'RCPT TO:<x@elsewhere.example>' QUIT; do
  printf '%s\\n' "$line" >&"\${COPROC[1]}"
  replied || true
done`,
        },
      ],
      repair: mendRelayList(),
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/TLS_README.html#server_access'],
  },
  {
    id: 'open-relay/relay-domains-everything',
    kind: 'exposure',
    title: 'relay_domains has a table that matches every domain',
    cause:
      'The domains in relay_domains are ones to which everybody may write. A static: table, or a pattern that matches ' +
      'all, makes every domain one of them, and reject_unauth_destination refuses nothing any more. (`relay_domains = *` ' +
      'does no such thing: there are no wildcards in the list.)',
    symptoms: {
      log: [],
      facts: [
        alone({
          words: 'relay_domains has a table of type static, or a pattern table given in place that matches all',
          look: 'postconf -h relay_domains',
          holds: (facts) =>
            wordsOf(facts, 'relay_domains')?.some((word) =>
              /^(?:static:|(?:regexp|pcre):\{+\s*\/\.[*+]?\/)/.test(word),
            ),
        }),
      ],
      client: '250 2.1.5 Ok for any recipient, without a login',
    },
    repair: {
      words: 'Name the domains for which the server is a relay; usually there are none.',
      commands: ['postconf -e "relay_domains = customer.example"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e relay_domains=static:all',
      provoke: [mailOfStranger],
      repair: 'postconf -e relay_domains=customer.example',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: ['https://www.postfix.org/postconf.5.html#relay_domains'],
  },
  {
    id: 'open-relay/relay-domains-top-level',
    kind: 'exposure',
    title: 'relay_domains names a top-level domain, with all domains below it',
    cause:
      'By default a domain in relay_domains stands for its sub-domains too (parent_domain_matches_subdomains). `com` or ' +
      '`example`, often what a space in the middle of a name leaves, opens the server for millions of domains.',
    symptoms: {
      log: [],
      facts: [
        alone({
          words: 'relay_domains has a name without a dot',
          look: 'postconf -h relay_domains',
          holds: (facts) =>
            wordsOf(facts, 'relay_domains')?.some((word) => /^\.?[a-z][a-z0-9-]*$/i.test(word) && word !== 'localhost'),
        }),
      ],
      client: '250 2.1.5 Ok for any recipient below that domain, without a login',
    },
    repair: {
      words: 'Write the domain out.',
      commands: ['postconf -e "relay_domains = customer.example"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e "relay_domains = customer. example"',
      provoke: [mailOfStranger],
      repair: 'postconf -e "relay_domains = customer.example"',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: ['https://www.postfix.org/postconf.5.html#parent_domain_matches_subdomains'],
  },
  {
    id: 'open-relay/local-recipients-unchecked',
    kind: 'exposure',
    title: 'local_recipient_maps is empty, so the server bounces mail of strangers to strangers',
    cause:
      'An empty local_recipient_maps makes smtpd take mail for every name at the own domain and find out later that ' +
      'nobody has it. The bounce goes to the envelope sender, who is most often forged: backscatter, for which a ' +
      'server is listed as a spam source.',
    symptoms: {
      log: [],
      facts: [
        perhaps({
          words: 'local_recipient_maps is set, and empty',
          look: 'postconf -n local_recipient_maps',
          holds: ({ mainCf }) => mainCf && mainCf.get('local_recipient_maps')?.value.trim() === '',
        }),
      ],
      client: '250 2.1.5 Ok for names that do not exist',
    },
    repair: {
      words: 'Leave it at its default; where mailboxes are elsewhere, list them in a table.',
      commands: ['postconf -X local_recipient_maps', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e local_recipient_maps=',
      provoke: [{ ...mailOfStranger, to: 'nobody-of-that-name@example.test' }],
      repair: 'postconf -X local_recipient_maps',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/LOCAL_RECIPIENT_README.html',
      'https://www.postfix.org/BACKSCATTER_README.html',
    ],
  },
];

/** Every list that refuses to relay is asked too late: a word like that stands before its refusal. */
/** Only the table itself tells: one that only rejects permits nobody. */
function saysOk(table: string): FactSign {
  return {
    words: 'the table says OK, or a number, for what strangers can say',
    look: `postmap -s hash:/etc/postfix/${table}`,
    holds: () => undefined,
  };
}

function permitsBeforeRefusal(words: string, word: RegExp): FactSign {
  return {
    words,
    look: `postconf ${recipientLists.join(' ')}`,
    holds: (facts) => {
      const lists = recipientLists.map((name) => listOf(facts, name));
      const refusing = lists.filter((list) => list?.some((each) => refusal.test(each)));
      if (refusing.some((list) => list && !precedes(list, word, refusal))) return false;
      return lists.includes(undefined) ? undefined : refusing.length > 0;
    },
  };
}

// The list for recipients is empty by default, and then the relay list alone decides.
function inRelayList(restriction: string): string {
  return `postconf -e smtpd_recipient_restrictions= \\
  "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, ${restriction}, reject_unauth_destination"`;
}

function mendRelayList(): string {
  return `postconf -e \\
  "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"`;
}
