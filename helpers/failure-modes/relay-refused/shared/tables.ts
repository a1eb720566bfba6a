import type { FactSign, LogSign, ServerFacts } from '../../../model/failure-mode';
import { rejects } from '../../shared/log-signs';
import { wordsOf } from '../../shared/restriction-lists';

const domainClasses = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'] as const;

function ownDomain({ mainCf, hostname }: ServerFacts): string | undefined {
  return (mainCf?.get('mydomain')?.value ?? hostname?.replace(/^[^.]+\./, ''))?.toLowerCase();
}

/** Whether a domain is the server's own name, or a parent of it; what nobody has looked up may be. */
export function isOwnDomain(domain: string, facts: ServerFacts): boolean {
  const own = [ownDomain(facts), facts.hostname?.toLowerCase()].filter((name) => name !== undefined);
  const asked = domain.toLowerCase();
  return own.length === 0 || own.some((name) => name === asked || (name.endsWith(`.${asked}`) && asked.includes('.')));
}

const usual = '$myhostname, localhost.$mydomain, localhost';

/** Whether the server takes mail for the domain that it calls its own. */
export const ownDomainIsLocal: FactSign = {
  words: '$mydomain is among the domains for which the server takes mail',
  look: `postconf -h mydomain; postconf ${domainClasses.join(' ')}`,
  holds: (facts) => {
    const domain = ownDomain(facts);
    if (!facts.mainCf || domain === undefined) return undefined;
    const words = domainClasses.flatMap((name) => wordsOf(facts, name, name === 'mydestination' ? usual : '') ?? []);
    if (words.some((word) => word.toLowerCase() === domain || word === '$mydomain')) return true;
    // What is in a table can't be told from main.cf.
    return words.some((word) => /[:/]/.test(word)) ? undefined : false;
  },
};

export const typeUnknown: LogSign = {
  pattern: /^(?:error|warning|fatal): (?:\S+ is unavailable\. )?unsupported dictionary type: (?!\S+ \()/,
  specimen: 'postfix/smtpd[84]: error: unsupported dictionary type: hash',
  strength: 'suggests',
  program: /^postfix\S*\/(?:smtpd|proxymap)$/,
};

export const lookupFailed = rejects(
  /451 4\.3\.0 <.*>: Temporary lookup failure;/,
  'postfix/smtpd[1470]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.0 <alice@example.test>: Temporary lookup failure; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'accompanies',
);
