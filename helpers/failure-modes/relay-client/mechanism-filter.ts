import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { delivery, noticedBy, password, queued, smarthost, smtp } from './shared/smarthost';
import { noMechanism, noWorthyMechs } from './shared/smarthost-logins';

// PLAIN and LOGIN are what nearly every smarthost offers: where the filter has them, it is most often something else.
const isSet = parameter(
  'smtp_sasl_mechanism_filter',
  /./,
  'smtp_sasl_mechanism_filter is set, and leaves out PLAIN and LOGIN',
);
const leavesNothingUsual: FactSign = {
  ...isSet,
  holds: (facts) => {
    const filter = facts.mainCf?.get('smtp_sasl_mechanism_filter')?.value ?? '';
    return /\b(?:plain|login)\b/i.test(filter) ? undefined : isSet.holds(facts);
  },
};

export const mode: FailureMode = {
  id: 'relay-client/mechanism-filter',
  kind: 'fault',
  title: 'smtp_sasl_mechanism_filter leaves none of the smarthost’s mechanisms',
  cause:
    'The filter names what the smarthost does not offer, or names of plug-in files: crammd5 for CRAM-MD5. What it ' +
    'leaves is nothing, and all mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        /^warning: \S+ offered no supported AUTH mechanisms: '/,
        "warning: smarthost.example.test[192.0.2.30]:587 offered no supported AUTH mechanisms: 'PLAIN LOGIN'",
        'names',
      ),
      smtp(
        new RegExp(
          `(?:SASL authentication failed: )?\\bserver \\S+ offered no compatible authentication mechanisms for this type of connection security\\)|${noWorthyMechs.pattern.source}|${noMechanism.pattern.source}`,
        ),
        delivery(
          'dsn=4.7.0, status=deferred (SASL authentication failed: server smarthost.example.test[192.0.2.30] offered no compatible authentication mechanisms for this type of connection security)',
        ),
        'suggests',
      ),
    ],
    facts: [leavesNothingUsual],
    client: queued,
  },
  repair: {
    words: 'Empty the filter, or write the names as the smarthost’s EHLO does.',
    commands: ['postconf -X smtp_sasl_mechanism_filter', 'systemctl reload postfix', 'postqueue -f'],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e smtp_sasl_mechanism_filter=crammd5`,
    provoke: [mailFromInside],
    repair: 'postconf -X smtp_sasl_mechanism_filter',
    toldBy: 'log',
  },
  versions: { from: '2.2' },
  noticedBy,
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_sasl_mechanism_filter',
    'https://github.com/bokysan/docker-postfix/issues/180',
  ],
};
