import type { FailureMode } from '../../model/failure-mode';
import { rejects } from '../shared/log-signs';
import { exempted, exempts, greetsAs, heloManual, specimenOf } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/helo-not-fqdn',
  kind: 'fault',
  title: 'the name in EHLO must be fully qualified, and mail programs say their machine’s bare name',
  cause:
    'reject_non_fqdn_helo_hostname stands before, or without, permit_sasl_authenticated. Mail programs and containers ' +
    'greet with `laptop`, `localhost` or a container’s id. The client logs in, and is refused at RCPT all the same.',
  symptoms: {
    log: [
      rejects(
        /<[^>]*>: Helo command rejected: need fully-qualified hostname;/,
        specimenOf('504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname', 'laptop'),
        'names',
      ),
    ],
    facts: [],
    client: '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname',
  },
  repair: { words: 'Let users and your own networks pass before the check.', commands: exempted },
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
