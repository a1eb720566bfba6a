import type { FailureMode } from '../../model/failure-mode';
import { rejects } from '../shared/log-signs';
import { exempted, exempts, greetsAs, heloManual, specimenOf } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/helo-not-fqdn',
  kind: 'fault',
  title: 'the name in EHLO must be fully qualified, and a client says a bare one',
  cause:
    'reject_non_fqdn_helo_hostname wants a name with a domain. Mail programs and containers greet with `laptop`, `localhost` or a container’s id: where the check stands before, or without, permit_sasl_authenticated, they log in and are refused at RCPT all the same. Of another server the check is right: its own name is wrong, or it is a robot.',
  symptoms: {
    log: [
      rejects(
        /<[^>]*>: Helo command rejected: need fully-qualified hostname;/,
        specimenOf('504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname', 'laptop'),
        'names',
      ),
      {
        // Translated, as Outlook shows it; no other reply with this code speaks of HELO.
        pattern: /\b504 5\.5\.2 <[^>]*>: (?!Helo command rejected: )[^;"]*\bhelo\b/i,
        specimen:
          'Serverantwort: "504 5.5.2 <laptop>: Helo-Befehl zurückgewiesen: vollständiger Hostname erforderlich"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname',
  },
  repair: {
    words: 'Let users and your own networks pass before the check; another server needs a whole name of its own.',
    commands: exempted,
  },
  reproduction: {
    inject: "postconf -e 'smtpd_helo_restrictions = reject_non_fqdn_helo_hostname'",
    provoke: greetsAs('laptop'),
    repair: exempts('reject_non_fqdn_helo_hostname'),
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    heloManual,
    'https://github.com/Foundry376/Mailspring/issues/1054',
    'https://github.com/BytemarkHosting/docker-smtp/issues/5',
  ],
};
