import type { FactSign, FailureMode } from '../model/failure-mode';
import { fromServerItself, mailLines, mailOfStranger } from './client-steps';
import { dockerRange, networkFact } from './networks';
import { smtpdFact } from './restriction-lists';
import { alone, parameter } from './signs';

const mynetworksManual = 'https://www.postfix.org/postconf.5.html#mynetworks';

const styleIs = (style: RegExp, words: string, oldDefault: boolean): FactSign => ({
  words,
  look: 'postconf mynetworks mynetworks_style',
  holds: ({ mainCf, postfixVersion }) => {
    if (!mainCf) return undefined;
    if (mainCf.has('mynetworks')) return false;
    const set = mainCf.get('mynetworks_style')?.value;
    if (set !== undefined) return style.test(set);
    const level = mainCf.get('compatibility_level')?.value;
    // `subnet` is the default up to 2.11, and in 3.x below level 2.
    if (level !== undefined) return oldDefault && Number.parseFloat(level) < 2;
    return postfixVersion === undefined ? undefined : oldDefault;
  },
});

const gatewayTrusted = networkFact(
  'mynetworks trusts the whole of a private range in which Docker’s gateways lie',
  dockerRange,
);

/** What smtpd logs when it takes a mail from such an address without a login: nothing follows the client. */
const acceptedFrom = (address: string, specimen: string) => ({
  pattern: new RegExp(`^\\w{6,}: client=[^\\s[]+\\[${address}\\]$`),
  specimen,
  strength: 'suggests' as const,
  program: /^postfix\S*\/smtpd$/,
});

const gateway = '(?:10|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168)\\.[\\d.]+\\.1';

/** What makes a server relay for strangers: whom it trusts by address. Nobody complains, so the configuration tells. */
export const openRelay: readonly FailureMode[] = [
  {
    id: 'open-relay/mynetworks-everybody',
    kind: 'exposure',
    title: 'mynetworks holds the whole Internet',
    cause:
      'mynetworks has 0.0.0.0/0 or [::]/0, often left over from an attempt to make a client work that should have ' +
      'logged in. permit_mynetworks then permits everybody, in every list. Spammers find such a server within hours.',
    symptoms: {
      log: [],
      facts: [
        alone(networkFact('mynetworks has a network of all addresses', ({ bits, family }) => bits === 0 && family > 0)),
      ],
      client: '250 2.1.5 Ok for any sender and any recipient, from anywhere, without a login',
    },
    repair: {
      words: 'Name the machines that may relay without a login, and look into the queue.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix', 'mailq | tail -1'],
    },
    reproduction: {
      inject: 'postconf -e "mynetworks = 127.0.0.0/8, 0.0.0.0/0"',
      provoke: [mailOfStranger],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: [mynetworksManual, 'https://github.com/juanluisbaptiste/docker-postfix/issues/106'],
  },
  {
    id: 'open-relay/mynetworks-too-wide',
    kind: 'exposure',
    title: 'mynetworks holds a large part of the Internet',
    cause:
      'A network of public addresses is written far too short, such as 198.0.0.0/8 for 198.51.100.0/24: it takes in ' +
      'the neighbours, often whole continents of them. Whoever has an address in it relays without a login.',
    symptoms: {
      log: [],
      facts: [
        alone(
          networkFact(
            'mynetworks has a public network of more than 65,536 addresses',
            ({ bits, family, isPrivate }) => family === 4 && bits > 0 && bits < 16 && !isPrivate,
          ),
        ),
      ],
      client: '250 2.1.5 Ok for clients of those networks, without a login',
    },
    repair: {
      words: 'Write the own networks with their true masks; the provider, or whois, knows them.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, 198.51.100.0/28"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24, 198.0.0.0/8"',
      provoke: [mailOfStranger],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-foreign'],
    references: [mynetworksManual],
  },
  {
    id: 'open-relay/mynetworks-style-class',
    kind: 'exposure',
    title: 'mynetworks_style = class trusts the whole class A, B or C around the server',
    cause:
      'Where mynetworks is not set, mynetworks_style makes it from the server’s own addresses. `class` takes the old ' +
      'classes: a server at 10.1.2.3 then trusts 10.0.0.0/8, one at a public address 65,536 or 16 million neighbours ' +
      'of its provider.',
    symptoms: {
      log: [],
      facts: [alone(styleIs(/^class$/, 'mynetworks is not set, and mynetworks_style is class', false))],
      client: '250 2.1.5 Ok for neighbours in the provider’s network, without a login',
    },
    repair: {
      words: 'Set mynetworks itself.',
      commands: [
        'postconf mynetworks',
        'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -X mynetworks\npostconf -e mynetworks_style=class',
      provoke: [
        fromServerItself('own address', 25, ['EHLO client', ...mailLines('x@outside.example', 'x@elsewhere.example')]),
      ],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#mynetworks_style'],
  },
  {
    id: 'open-relay/mynetworks-style-subnet',
    kind: 'exposure',
    title: 'mynetworks is not set, so every machine of the server’s subnet may relay',
    cause:
      'Without mynetworks, Postfix up to 2.11, and 3.x without a compatibility_level of 2 or more, trusts the subnets ' +
      'of all its interfaces. In a data centre those are other customers; in a container it is the network with the ' +
      'gateway, as which every client from outside may appear.',
    symptoms: {
      log: [],
      facts: [alone(styleIs(/^subnet$/, 'mynetworks is not set, and mynetworks_style is subnet', true))],
      client: '250 2.1.5 Ok for machines of the same subnet, without a login',
    },
    repair: {
      words: 'Set mynetworks; what holds now, `postconf mynetworks` prints.',
      commands: [
        'postconf mynetworks',
        'postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -X mynetworks\npostconf -e mynetworks_style=subnet',
      provoke: [
        fromServerItself('own address', 25, ['EHLO client', ...mailLines('x@outside.example', 'x@elsewhere.example')]),
      ],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#mynetworks_style',
      'https://www.postfix.org/COMPATIBILITY_README.html#mynetworks_style',
    ],
  },
  {
    id: 'open-relay/docker-gateway-trusted',
    kind: 'exposure',
    title: 'every client looks like Docker’s gateway, and mynetworks trusts it',
    cause:
      'With Docker’s userland proxy, a masquerading router or Docker Desktop the server sees all connections come from ' +
      'the gateway of its network, 172.x.0.1, whoever is behind it. A mynetworks with 172.16.0.0/12, 10.0.0.0/8 or ' +
      '192.168.0.0/16 trusts that address, and so the whole Internet. In the log no public address is ever in a ' +
      '`connect from` line.',
    symptoms: {
      log: [acceptedFrom(gateway, 'postfix/smtpd[1727]: D7D621EE49A: client=unknown[172.17.0.1]')],
      facts: [gatewayTrusted],
      client: '250 2.1.5 Ok for any sender and any recipient, from anywhere, without a login',
    },
    repair: {
      words:
        'Take the range out of mynetworks and let clients log in; keep the clients’ addresses ("userland-proxy": false ' +
        'in daemon.json, host network, or the PROXY protocol).',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24, 172.16.0.0/12" smtpd_authorized_xclient_hosts=198.51.100.7`,
      provoke: [
        {
          kind: 'lines',
          port: 25,
          lines: [
            'XCLIENT NAME=[UNAVAILABLE] ADDR=172.17.0.1',
            'EHLO client',
            ...mailLines('x@outside.example', 'x@elsewhere.example'),
          ],
        },
      ],
      repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"\npostconf -X smtpd_authorized_xclient_hosts',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/mailcow/mailcow-dockerized/issues/1145',
      'https://github.com/wader/postfix-relay/issues/16',
      'https://github.com/docker-mailserver/docker-mailserver/issues/128',
    ],
  },
  {
    id: 'open-relay/ipv6-by-userland-proxy',
    kind: 'exposure',
    title: 'clients that come over IPv6 look like Docker’s gateway',
    cause:
      'The host has IPv6, the container’s network has not: docker-proxy takes the connection and makes a new one from ' +
      'the IPv4 gateway, which mynetworks trusts. Tests over IPv4 find the server closed; over IPv6 it relays for ' +
      'everybody.',
    symptoms: {
      log: [acceptedFrom(gateway, 'postfix/smtpd[1727]: D7D621EE49A: client=unknown[172.22.1.1]')],
      facts: [gatewayTrusted, parameter('inet_protocols', /^ipv4$/, 'inet_protocols is ipv4', 'all')],
      client: '250 2.1.5 Ok for any sender and any recipient over IPv6; 454 4.7.1 Relay access denied over IPv4',
    },
    repair: {
      words:
        'Give the container’s network IPv6, or publish the port for IPv4 only (0.0.0.0:25:25); take the gateway out of ' +
        'mynetworks.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix'],
    },
    unreproduced: 'the lab’s network has no IPv6 and publishes no port by the userland proxy',
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/1405',
      'https://github.com/mailcow/mailcow-dockerized/issues/3598',
    ],
  },
  {
    id: 'open-relay/rootless-network-trusted',
    kind: 'exposure',
    title: 'rootless or Kubernetes networking gives all clients one trusted address',
    cause:
      'rootlesskit and slirp4netns hand connections on from 10.0.2.100 or 127.0.0.1, kube-proxy with SNAT from an ' +
      'address of the node. If mynetworks has that address, and 127.0.0.1 is in nearly every one, each client of the ' +
      'published port may relay.',
    symptoms: {
      log: [acceptedFrom('10\\.0\\.2\\.100', 'postfix/smtpd[395]: CCFD9269BE5: client=unknown[10.0.2.100]')],
      facts: [networkFact('mynetworks has 10.0.2.100', ({ contains }) => contains('10.0.2.100'))],
      client: '250 2.1.5 Ok for any sender and any recipient, without a login',
    },
    repair: {
      words:
        'Keep the clients’ addresses: pasta, or slirp4netns with port_handler=slirp4netns; externalTrafficPolicy: ' +
        'Local. No permit_mynetworks on a published port.',
      commands: ['podman run --network pasta -p 25:25 mail'],
    },
    unreproduced: 'needs rootless podman or Kubernetes',
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/2377',
      'https://github.com/podman-container-tools/podman/issues/5138',
      'https://github.com/Mailu/helm-charts/issues/93',
    ],
  },
  {
    id: 'open-relay/xclient-for-everybody',
    kind: 'exposure',
    title: 'smtpd_authorized_xclient_hosts lets strangers claim any address and login',
    cause:
      'XCLIENT is for a proxy that tells the server who the real client is, even as whom it has logged in. Where ' +
      'smtpd_authorized_xclient_hosts holds whole networks, anybody in them may say `XCLIENT ADDR=127.0.0.1` and is ' +
      'then in $mynetworks.',
    symptoms: {
      log: [],
      facts: [
        alone(
          networkFact(
            'smtpd_authorized_xclient_hosts holds a network of more than 256 addresses',
            ({ bits, family }) => (family === 4 && bits < 24) || (family === 6 && bits < 64),
            'smtpd_authorized_xclient_hosts',
          ),
        ),
      ],
      client: '250-XCLIENT NAME ADDR PROTO HELO … in the answer to EHLO; 220 after XCLIENT ADDR=127.0.0.1',
    },
    repair: {
      words: 'Name the proxies one by one; where there is none, leave it empty.',
      commands: ['postconf -X smtpd_authorized_xclient_hosts', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_authorized_xclient_hosts=198.51.0.0/16',
      provoke: [
        {
          kind: 'lines',
          port: 25,
          lines: [
            'XCLIENT NAME=localhost ADDR=127.0.0.1',
            'EHLO client',
            ...mailLines('x@outside.example', 'x@elsewhere.example'),
          ],
        },
      ],
      repair: 'postconf -X smtpd_authorized_xclient_hosts',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/XCLIENT_README.html'],
  },
  {
    id: 'open-relay/service-trusts-everybody',
    kind: 'exposure',
    title: 'a service of master.cf has a mynetworks of its own that holds everybody',
    cause:
      'A port meant for one proxy or one subnet got `-o mynetworks=0.0.0.0/0`, and the firewall that was to guard it ' +
      'does not, or no longer. main.cf looks right.',
    symptoms: {
      log: [],
      facts: [
        alone(
          smtpdFact('a service of master.cf sets mynetworks to all addresses', ({ options }) =>
            /(?:^|[\s,])(?:0\.0\.0\.0\/0|0\/0|\[::\]\/0)/.test(options.get('mynetworks') ?? ''),
          ),
        ),
      ],
      client: '250 2.1.5 Ok for any recipient on that port, without a login',
    },
    repair: {
      words: 'Name the addresses that really use the port.',
      commands: ['postconf -PX submission/inet/mynetworks', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -P submission/inet/mynetworks=0.0.0.0/0',
      provoke: [{ kind: 'mail' }],
      repair: 'postconf -PX submission/inet/mynetworks',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/master.5.html'],
  },
];
