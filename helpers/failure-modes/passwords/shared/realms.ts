import type { FactSign, ServerFacts } from '../../../model/failure-mode';
import { loginFailed, notVerified } from '../../shared/sasl-files';

export const localDomain = 'https://www.postfix.org/postconf.5.html#smtpd_sasl_local_domain';

export const noticedBy = ['authenticated-relay/plain-on-587-before-tls'] as const;

export const failed = [loginFailed, notVerified] as const;

export const nobodyInRealm = (stored: readonly string[], login: string) => !stored.includes(login);

/** The realm that a login name without a domain gets; empty smtpd_sasl_local_domain means $myhostname. */
export function loginRealm({ mainCf, hostname }: ServerFacts): string | undefined {
  if (!mainCf) return undefined;
  const domain = mainCf.get('mydomain')?.value ?? hostname?.replace(/^[^.]*\./, '');
  const value = mainCf.get('smtpd_sasl_local_domain')?.value ?? '';
  const expanded = value
    .replace(/\$\{?mydomain\b\}?/g, domain ?? '$')
    .replace(/\$\{?myhostname\b\}?/g, hostname ?? '$')
    .trim();
  if (expanded.includes('$')) return undefined;
  return expanded === '' ? hostname : expanded;
}

/** The realms of the users in sasldb2. */
export function realms({ sasldbUsers }: ServerFacts): readonly string[] | undefined {
  return sasldbUsers?.map((user) => user.slice(user.lastIndexOf('@') + 1));
}

/** Something about the realms of sasldb2, given the one of names without a domain. */
export function realmFact(words: string, judge: (realms: readonly string[], login: string) => boolean): FactSign {
  return {
    words,
    look: 'sasldblistusers2; postconf smtpd_sasl_local_domain myhostname mydomain',
    holds: (facts) => {
      const [stored, login] = [realms(facts), loginRealm(facts)];
      return stored && login !== undefined ? stored.length > 0 && judge(stored, login) : undefined;
    },
  };
}

/** A realm that Docker has made up: the first twelve digits of a container's id. */
export const containerId = /^[0-9a-f]{12}$/;
