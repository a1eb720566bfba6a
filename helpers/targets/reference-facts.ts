import { referenceDescriptions, type SaslType } from '../../containers/docker/reference-descriptions';
import { referenceHost, referenceUsers } from './reference-servers';
import { referenceSmarthost } from './reference-smarthost';
import { howtoReplies } from './replies';
import type { TargetFacts } from './target';
import { vantagePoints } from './vantage-points';
import { domainsWithMxHere, foreignDomain, senderDomain } from './zones';

/** What all reference servers are expected to do, whichever system they run on. */
export function referenceFacts(name: string): TargetFacts {
  const { hostname, domain } = referenceHost;
  const [user, guessed] = referenceUsers();
  const smarthost = referenceSmarthost(name);
  const saslType = saslTypeOf(name);
  const mechanisms = mechanismsOf[saslType];
  if (!user) throw new TypeError('containers/postfix-sasl/users names nobody');
  return {
    name,
    hostname,
    domain,
    ports: [
      { port: 25, role: 'smtp' },
      { port: 587, role: 'submission' },
      { port: 465, role: 'submissions' },
    ],
    configuration: 'howto',
    user,
    guessed,
    localRecipient: `${user.user}@${domain}`,
    knowsLocalRecipient: true,
    relayDomains: [],
    localDomains: [domain, hostname],
    // mynetworks
    trusted: ['127.0.0.0/8', '192.0.2.0/24'],
    ipv6Ports: [],
    logins: [
      { port: 25, security: 'plain', mechanisms },
      { port: 25, security: 'starttls', mechanisms },
      { port: 587, security: 'plain', mechanisms },
      { port: 587, security: 'starttls', mechanisms },
      { port: 465, security: 'implicit-tls', mechanisms },
    ],
    starttls: [25, 587],
    authBeforeTls: true,
    replies: howtoReplies,
    log: 'postfix',
    furthest: 'arrival',
    vantagePoints,
    foreignDomain,
    domainsWithMxHere,
    senderDomain,
    refusedClients: {
      listed: [{ code: 554, enhanced: '5.7.1' }],
      // Postfix 2.10 answers 4.7.1; 4.7.25 since 3.0 (RFC 7372).
      nameless: [
        { code: 450, enhanced: '4.7.25' },
        { code: 450, enhanced: '4.7.1' },
      ],
    },
    mayBeBroken: true,
    saslType,
    ...(smarthost && { smarthost }),
  };
}

const mechanismsOf = {
  // Those of the how-to's server that Nodemailer speaks, DIGEST-MD5 by a handler of ours.
  cyrus: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5'],
  // auth_mechanisms of containers/reference/dovecot.
  dovecot: ['PLAIN', 'LOGIN'],
} as const;

function saslTypeOf(name: string): SaslType {
  return referenceDescriptions.find((server) => server.name === name)?.saslType ?? 'cyrus';
}
