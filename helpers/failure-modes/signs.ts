import type { FactSign, LogSign, ServerFacts } from '../model/failure-mode';

/** smtpd says that it has no mechanism to offer, and ends: the line before it tells why. */
export const died: LogSign = {
  pattern: /^fatal: no SASL authentication mechanisms$/,
  specimen: 'postfix/smtpd[279]: fatal: no SASL authentication mechanisms',
  strength: 'accompanies',
};

/** Master sees a service end, and holds one back that keeps dying: clients wait in silence for up to a minute. */
export const throttled: LogSign = {
  pattern: /^warning: (?:\S+: bad command startup -- throttling|process \S+ pid \d+ exit status \d+)$/,
  specimen: 'postfix/master[275]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling',
  strength: 'accompanies',
};

/** smtpd says how a session ended that had tried to log in; Postfix 3.10 says first which mail it was in, 3.7 does not. */
export const endedAfterAuth = (how: string): LogSign => ({
  pattern: new RegExp(`^(?:\\w+: )?${how} after AUTH from \\S+$`),
  specimen: `postfix/submission/smtpd[632]: ${how} after AUTH from client.outside.example[198.51.100.7]`,
  strength: 'names',
});

/** A parameter of main.cf has a value like that; unset, it has the default given. */
export function parameter(name: string, like: RegExp, words: string, unset = ''): FactSign {
  return {
    words,
    look: `postconf -h ${name}`,
    holds: ({ mainCf }) => mainCf && like.test(mainCf.get(name)?.value ?? unset),
  };
}

/** An option of smtpd.conf has a value like that; unset, it has the default given. */
export function saslOption(name: string, like: RegExp, words: string, unset = ''): FactSign {
  return {
    words,
    look: `grep ^${name} /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf`,
    holds: ({ smtpdConf }) => smtpdConf && like.test(smtpdConf.get(name)?.value ?? unset),
  };
}

/** There is no such file. */
export function absent(path: string): FactSign {
  return { words: `${path} is not there`, look: `ls -l ${path}`, holds: (facts) => known(facts, path, 'absent') };
}

/** A process of that name runs, or does not. */
export function running(name: string, wanted: boolean): FactSign {
  return {
    words: `${name} ${wanted ? 'runs' : 'does not run'}`,
    look: `pgrep -a ${name}`,
    holds: ({ processes }) => processes && processes.includes(name) === wanted,
  };
}

/** The same fact, and enough by itself to say that something is wrong, even where nothing is in the log. */
export function alone(fact: FactSign): FactSign {
  return { ...fact, alone: 'shows' };
}

/** The same fact, and enough by itself to say that something may be wrong, unless it is meant. */
export function perhaps(fact: FactSign): FactSign {
  return { ...fact, alone: 'suggests' };
}

function known({ files }: ServerFacts, path: string, kind: string): boolean | undefined {
  const fact = files.get(path);
  return fact && fact.kind === kind;
}
