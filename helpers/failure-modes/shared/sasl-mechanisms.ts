import type { FactSign, LogSign, ServerFacts } from '../../model/failure-mode';
import {
  noApplicableMechanisms,
  noMechanismAvailable,
  saslInitializationFailed,
  saslInternalError,
} from '../../postfix/log-lines';

// Type X: the list of mechanisms is empty. `Internal Error -4 in server.c` stands before it and says no more.
/** Nothing that mech_list names is installed. */
export const nothingInstalled: LogSign = {
  pattern: noMechanismAvailable,
  specimen: 'postfix/smtpd[16]: warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available',
  strength: 'suggests',
};

/** SASL says so three times when its list is empty. */
export const internalError: LogSign = {
  pattern: saslInternalError,
  specimen:
    'postfix/smtpd[3264]: warning: SASL authentication failure: Internal Error -4 in ../../lib/server.c near line 1765',
  strength: 'accompanies',
};

/** There are mechanisms, and the security options take all of them away. */
export const allFiltered: LogSign = {
  pattern: noApplicableMechanisms,
  specimen: 'postfix/smtpd[3387]: warning: xsasl_cyrus_server_get_mechanism_list: no applicable SASL mechanisms',
  strength: 'suggests',
};

/** smtpd ends before it accepts a connection. */
export const diedAtStart: LogSign = {
  pattern: saslInitializationFailed,
  specimen: 'postfix/smtpd[507]: fatal: SASL per-process initialization failed',
  strength: 'accompanies',
};

/** What clients see of an smtpd that dies after it has accepted. */
export const droppedWithoutGreeting =
  'No greeting: the connection closes after a second; the next ones hang in silence for up to a minute.';

/** What clients see of an smtpd that dies before it accepts. */
export const silence = 'Nothing at all: the connection opens and stays silent for up to a minute, then closes.';

/** Which plug-in brings a mechanism, `built in` for EXTERNAL, undefined for a name that no known plug-in has. */
export function plugInOf(mechanism: string): string | undefined {
  const name = mechanism.toUpperCase();
  if (name === 'EXTERNAL') return 'built in';
  if (/^SCRAM-SHA-\d+(?:-PLUS)?$/.test(name)) return 'scram';
  return plugIns[name];
}

/** The words of mech_list; undefined: smtpd.conf was not looked at; empty: it is not set, and all count. */
export function mechList({ smtpdConf }: ServerFacts): readonly string[] | undefined {
  if (!smtpdConf) return undefined;
  return (smtpdConf.get('mech_list')?.value ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Something about mech_list. */
export function mechListFact(words: string, judge: (list: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: 'grep ^mech_list /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf',
    holds: (facts) => {
      const list = mechList(facts);
      return list && judge(list);
    },
  };
}

/** Whether a plug-in is in one of the folders that plug-ins are in; undefined: nobody looked. */
export function hasPlugIn({ files }: ServerFacts, name: string): boolean | undefined {
  const seen = [...files].filter(([path]) => path.endsWith(`/sasl2/lib${name}.so`));
  return seen.length === 0 ? undefined : seen.some(([, { kind }]) => kind !== 'absent');
}

/** These plug-ins are all missing. */
export function plugInsAbsent(names: readonly string[], words: string): FactSign {
  return {
    words,
    look: 'ls -l /usr/lib64/sasl2   # Debian: /usr/lib/x86_64-linux-gnu/sasl2',
    holds: (facts) => all(names.map((name) => not(hasPlugIn(facts, name)))),
  };
}

/** At least one of these plug-ins is there. */
export function plugInPresent(names: readonly string[], words: string): FactSign {
  const none = plugInsAbsent(names, words);
  return { ...none, holds: (facts) => not(none.holds(facts)) };
}

/** The mechanisms that SASL could offer, by mech_list and plug-ins, before any security option. */
export function offerable(facts: ServerFacts): readonly string[] | undefined {
  const list = mechList(facts);
  if (!list) return undefined;
  const wanted = list.length > 0 ? list.map((word) => word.toUpperCase()) : Object.keys(plugIns);
  const judged = wanted.map((name) => ({ name, has: isThere(facts, name) }));
  return judged.some(({ has }) => has === undefined) && list.length === 0
    ? undefined
    : judged.filter(({ has }) => has !== false).map(({ name }) => name);
}

/** `smtpd_sasl_security_options`, or its twin for TLS, of main.cf or of any smtpd of master.cf, has one of these. */
export function securityOption(parameterName: string, options: readonly string[]): FactSign {
  return {
    words: `${parameterName} has ${options.join(' or ')}`,
    look: `postconf ${parameterName}; postconf -P | grep ${parameterName}`,
    holds: ({ mainCf, masterCf }) => {
      const set = [
        mainCf?.get(parameterName)?.value,
        ...(masterCf ?? []).map((service) => service.options.get(parameterName)),
      ];
      const found = set.some((value) => value?.split(/[\s,]+/).some((word) => options.includes(word.toLowerCase())));
      return found || (mainCf && masterCf ? false : undefined);
    },
  };
}

/** True where all are, false where one is, else undefined. */
export function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The opposite, where it is known. */
export function not(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function isThere(facts: ServerFacts, name: string): boolean | undefined {
  const plugIn = plugInOf(name);
  if (plugIn === undefined) return false;
  return plugIn === 'built in' ? true : hasPlugIn(facts, plugIn);
}

const plugIns: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  LOGIN: 'login',
  'CRAM-MD5': 'crammd5',
  'DIGEST-MD5': 'digestmd5',
  'SCRAM-SHA-1': 'scram',
  'SCRAM-SHA-256': 'scram',
  NTLM: 'ntlm',
  GSSAPI: 'gssapiv2',
  'GSS-SPNEGO': 'gssapiv2',
  ANONYMOUS: 'anonymous',
};

/** The plug-ins with which a password can be given. */
export const passwordPlugIns = ['plain', 'login', 'crammd5', 'digestmd5', 'scram'] as const;
