import type { FactSign, LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';
import { rejects } from '../../shared/log-signs';
import { ownDomain } from '../../shared/relay-denied';
import { wordsOf } from '../../shared/restriction-lists';

const domainClasses = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'] as const;

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
  // Since 3.11: Berkeley DB support for 'hash:/etc/aliases' is not available for this build; …
  pattern:
    /^(?:error|warning|fatal): (?:\S+ is unavailable\. |dict_open\d*: |dict_mkmap_func: )?(?:unsupported (?:dictionary type|map type for this operation): (?!["']|.* does not support bulk-mode creation|(?:regexp|cidr|static|texthash)\. Is the |\S+ \([^)]* is owned or writable [^)]*\)$)|Berkeley DB support for '\S+' is not available)/,
  specimen: 'postfix/smtpd[84]: error: unsupported dictionary type: hash',
  strength: 'suggests',
  program:
    /^\S+\/(?:smtpd|proxymap|local|cleanup|trivial-rewrite|postscreen|virtual|tlsmgr|qmgr|pickup|bounce|pipe|verify)$|(?:^|\/)(?:postalias|postmap|postconf)$/,
};

export const lookupFailed = rejects(
  /<.*>: Temporary lookup failure;/,
  'postfix/smtpd[1470]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.0 <alice@example.test>: Temporary lookup failure; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'accompanies',
);

/** local has said why before, or postalias never made the table. */
export const aliasesUnavailable: LogSign = {
  pattern: /status=deferred \(alias database unavailable\)/,
  specimen:
    'postfix/local[97]: 4Q1ABCD0: to=<alice@example.test>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=4.3.0, status=deferred (alias database unavailable)',
  strength: 'suggests',
  program: programOf('local'),
  alternative: true,
};
