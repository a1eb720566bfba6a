import type { FactSign, ServerFacts } from '../../model/failure-mode';

/** The same, said of its opposite: true of both lists. */
export function opposite(fact: FactSign, words: string): FactSign {
  return {
    words,
    look: fact.look,
    holds: (facts) => {
      const holds = fact.holds(facts);
      return holds === undefined ? undefined : !holds;
    },
  };
}

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

/** What no file or command of this server tells, such as what the next one or a client does: it stays open. */
export const toSee = (words: string, look: string): FactSign => ({ words, look, holds: () => undefined });
