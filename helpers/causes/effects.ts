import type { CheckResult } from '../model/result';
import type { Consequence } from './consequences';

/** What failure modes of this name do to a server, as checks see it. */
interface Effect {
  readonly modes: RegExp;
  readonly consequences: readonly Consequence[];
  /** However certain it is of the server, it touches some clients only: those whose log lines carry its signs. */
  readonly bySignAlone?: true;
  /** What the configuration leaves open, such as what a table says, is shown by the checks that notice the mode. */
  readonly shownByChecks?: true;
  /** Which of the checks it can concern at all. */
  readonly concerns?: (check: CheckResult) => boolean;
}

/** What a failure mode can do to a check; nothing where no effect is known. The first entry that fits is taken. */
export function effectOf(modeId: string): Effect | undefined {
  return effects.find(({ modes }) => modes.test(modeId));
}

const noLogin = ['login-refused', 'no-auth', 'not-delivered'] as const;

const effects: readonly Effect[] = [
  // permit_mynetworks stands first in every list, that of the block lists too.
  { modes: /^open-relay\/mynetworks-everybody$/, consequences: ['relays', 'taken'] },
  {
    modes: /^open-relay\/mynetworks-too-wide$/,
    consequences: ['relays', 'taken'],
    concerns: (check) => clientsOf(check).some((address) => !isPrivate(address)),
  },
  {
    modes: /^open-relay\/(?:docker-gateway|rootless-network|mynetworks-style)/,
    consequences: ['relays', 'taken'],
    concerns: (check) => clientsOf(check).some(isPrivate),
  },
  {
    modes: /^open-relay\/ipv6-/,
    consequences: ['relays', 'taken'],
    concerns: (check) => clientsOf(check).some((address) => address.includes(':')),
  },
  { modes: /^open-relay\/anonymous-/, consequences: ['anonymous'] },
  { modes: /^open-relay\/sender-access-permits$/, consequences: ['relays'], shownByChecks: true },
  { modes: /^open-relay\/local-recipients-unchecked$/, consequences: ['taken'] },
  { modes: /^open-relay\//, consequences: ['relays'] },
  { modes: /^auth-not-offered\//, consequences: ['no-auth', 'not-delivered', 'mail-refused'] },
  { modes: /^no-mechanisms\//, consequences: ['no-greeting', 'no-auth', 'not-delivered'] },
  { modes: /^dovecot\//, consequences: ['no-greeting', ...noLogin] },
  { modes: /^(?:passwords|sasldb|saslauthd|mechanisms)\//, consequences: noLogin },
  { modes: /^tls\//, consequences: ['no-tls'] },
  { modes: /^relay-refused\/(?:no-refusal|old-level)/, consequences: ['no-greeting', 'not-delivered'] },
  { modes: /^relay-refused\//, consequences: ['mail-refused', 'not-delivered'] },
  {
    modes: /^dns\//,
    consequences: ['mail-refused', 'not-delivered'],
    bySignAlone: true,
    // What DNS answers is what the checks of that suite are about: they bring it about themselves.
    concerns: ({ suite }) => suite !== 'dns',
  },
  { modes: /^(?:limits|services)\//, consequences: ['mail-refused', 'not-delivered'], bySignAlone: true },
  { modes: /^(?:ports|permissions)\//, consequences: ['no-greeting', 'mail-refused', 'not-delivered'] },
  {
    modes: /^relay-client\//,
    consequences: ['not-delivered'],
    // How a smarthost that refuses is outlasted is what these are about: they make it refuse.
    concerns: ({ id }) => !/^smarthost\/(?:no-starttls|login-refused|login-unavailable|away)$/.test(id),
  },
  // Other servers: a login that fails, no TLS, a client that is refused.
  {
    modes: /^(?:exim|sendmail|opensmtpd|courier|haraka)\//,
    consequences: ['login-refused', 'no-auth', 'no-tls', 'mail-refused', 'not-delivered'],
    bySignAlone: true,
  },
];

/** The addresses from which mail was taken in a check, as the log has them: `7CE1: client=unknown[172.17.0.1]`. */
function clientsOf({ evidence }: CheckResult): readonly string[] {
  return evidence.logLines.flatMap((line) => /\bclient=\S*\[([\da-fA-F.:]+)\]/.exec(line)?.[1] ?? []);
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cde])/i.test(
    address,
  );
}
