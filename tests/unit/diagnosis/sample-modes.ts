import type { FactSign, FailureMode, LogSign } from '../../../helpers/model/failure-mode';

/** A failure mode with what matters to a test; the rest is filled in. */
export function mode(
  id: string,
  given: Partial<FailureMode> & { readonly log?: readonly LogSign[]; readonly facts?: readonly FactSign[] } = {},
): FailureMode {
  const { log = [], facts = [], ...rest } = given;
  return {
    id,
    kind: 'fault',
    title: `It is ${id}`,
    cause: `Because of ${id}.`,
    symptoms: { log, facts, client: 'Nothing.' },
    repair: { words: `Mend ${id}.`, commands: [`mend ${id}`] },
    unreproduced: 'a sample',
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/SASL_README.html'],
    ...rest,
  };
}

/** A sign of a mode. */
export function sign(strength: LogSign['strength'], pattern: RegExp, program?: RegExp): LogSign {
  return { pattern, specimen: '', strength, ...(program && { program }) };
}

/** That a parameter of main.cf has a value. */
export function setTo(name: string, value: string, alone = false): FactSign {
  return {
    words: `${name} is ${value}`,
    look: `postconf -h ${name}`,
    holds: ({ mainCf }) => mainCf && mainCf.get(name)?.value === value,
    ...(alone && { alone: 'shows' }),
  };
}

/** Modes for the three cases: what their lines name, what only goes with it, and what they must not be taken for. */
export const caseModes: readonly FailureMode[] = [
  mode('saslauthd/not-running', {
    log: [
      sign('names', /^warning: SASL authentication failure: cannot connect to saslauthd server: No such file/),
      sign('accompanies', /^warning: SASL authentication failure: Password verification failed$/),
      sign('accompanies', /SASL \S+ authentication failed: generic failure/),
    ],
  }),
  mode('clients/wrong-password', {
    kind: 'client',
    log: [
      sign('accompanies', /^warning: SASL authentication failure: Password verification failed$/),
      sign('suggests', /SASL \S+ authentication failed: authentication failure/),
    ],
  }),
  mode('clients/guessing', { kind: 'client', log: [sign('accompanies', /^lost connection after AUTH from/)] }),
  mode('tls/certificate-unreadable', {
    log: [
      sign('names', /^warning: cannot get RSA certificate from file .*: disabling TLS support$/),
      sign('accompanies', /^warning: TLS library problem: .*Permission denied/),
    ],
  }),
  mode('restrictions/unknown-name', {
    log: [
      sign('names', /^warning: unknown smtpd restriction: "\S+"$/),
      sign('accompanies', /451 4\.3\.5 Server configuration error/),
    ],
  }),
  mode('relay/denied', { log: [sign('suggests', /Relay access denied/)] }),
];
