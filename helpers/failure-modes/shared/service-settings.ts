import type { FactSign, MasterService, ServerFacts } from '../../model/failure-mode';

/** What an smtpd has for a parameter: -o in master.cf, else main.cf; empty where it is set in neither. */
export type Settings = (name: string) => string;

/** One of the smtpd services is so; where master.cf was not looked at, an smtpd without options of its own. */
export function smtpdSetting(
  words: string,
  look: string,
  judge: (get: Settings, service: MasterService | undefined, facts: ServerFacts) => boolean | undefined,
): FactSign {
  return {
    words,
    look,
    holds: (facts) => {
      if (!facts.mainCf) return undefined;
      const judged = listeners(facts).map((service) => judge(settingsOf(facts, service), service, facts));
      if (judged.includes(true)) return true;
      return judged.includes(undefined) ? undefined : false;
    },
  };
}

/** The same, said of its opposite: true of no smtpd service. */
export function noSmtpdSetting(words: string, look: string, judge: Parameters<typeof smtpdSetting>[2]): FactSign {
  const fact = smtpdSetting(words, look, judge);
  return {
    words,
    look,
    holds: (facts) => {
      const holds = fact.holds(facts);
      return holds === undefined ? undefined : !holds;
    },
  };
}

/** Whether these are all services of a server, and not a few that somebody quotes: no Postfix is without a queue manager. */
export function areAll(services: readonly MasterService[]): boolean {
  return services.some(({ name }) => name === 'qmgr');
}

/** Whether a service is for users: submission, smtps and their numbers. */
export function isForUsers(service: MasterService | undefined): boolean {
  return /^(?:.*:)?(?:submissions?|587|smtps|465)$/.test(service?.name ?? '');
}

/** Whether TLS begins with the connection. */
export function wraps(get: Settings): boolean {
  return get('smtpd_tls_wrappermode') === 'yes';
}

/** Whether STARTTLS is announced. A level overrides the two older parameters. */
export function announcesTls(get: Settings): boolean {
  const level = get('smtpd_tls_security_level');
  if (level !== '') return level !== 'none';
  return get('smtpd_use_tls') === 'yes' || get('smtpd_enforce_tls') === 'yes';
}

/** Whether nothing but STARTTLS is taken before TLS. */
export function demandsTls(get: Settings): boolean {
  return get('smtpd_tls_security_level') === 'encrypt' || get('smtpd_enforce_tls') === 'yes';
}

function listeners({ masterCf }: ServerFacts): readonly (MasterService | undefined)[] {
  if (!masterCf) return [undefined];
  return masterCf.filter(({ type, command }) => command === 'smtpd' && /^(?:inet|pass)$/.test(type));
}

function settingsOf({ mainCf }: ServerFacts, service: MasterService | undefined): Settings {
  return (name) => service?.options.get(name) ?? mainCf?.get(name)?.value ?? '';
}
