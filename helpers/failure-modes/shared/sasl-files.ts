import type { FactSign, FileFact, LogSign, MasterService, ServerFacts } from '../../model/failure-mode';
import { isChrooted } from '../../postfix/defaults';
import { loginRefusedReply, loginUncheckedReply, loginUncheckedReplyBefore32 } from '../../postfix/replies';
import { all, not } from './sasl-mechanisms';

/** SASL said no: to a wrong password, or to a right one that it did not find where it looked. */
export const loginFailed: LogSign = {
  pattern:
    /^warning: \S+: SASL (?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-\S+) authentication failed: authentication failure(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/smtpd[754]: warning: client.example.test[198.51.100.7]: SASL PLAIN authentication failed: authentication failure, sasl_username=alice',
  strength: 'suggests',
};

/** SASL could not ask where the passwords are: an earlier line says why. */
export const loginBroke: LogSign = {
  pattern:
    /^warning: \S+: SASL \S+ authentication failed: (?:generic failure|no mechanism available)(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/smtpd[263]: warning: client.example.test[198.51.100.7]: SASL PLAIN authentication failed: generic failure, sasl_username=alice@mail.example.test',
  strength: 'accompanies',
};

/** Printed for every failed PLAIN. */
export const notVerified: LogSign = {
  pattern: /^warning: SASL authentication failure: Password verification failed$/,
  specimen: 'postfix/smtpd[263]: warning: SASL authentication failure: Password verification failed',
  strength: 'accompanies',
};

/** What Postfix 3.2 and later answer, and those before. */
export const generic = `\`${loginUncheckedReply}\`; before Postfix 3.2 \`${loginUncheckedReplyBefore32}\`.`;

/** The answer to a wrong password. */
export const refused = `\`${loginRefusedReply}\`, as with a wrong password.`;

/** A file, whatever is in it. */
export function isFile(path: string): FactSign {
  return fileFact(path, 'is there', ({ kind }) => kind === 'file');
}

/** Something about a file or folder. */
export function fileFact(path: string, words: string, judge: (fact: FileFact) => boolean): FactSign {
  return {
    words: `${path} ${words}`,
    look: `ls -ld ${path}`,
    holds: ({ files }) => {
      const fact = files.get(path);
      return fact && judge(fact);
    },
  };
}

/** The bits that a user of this group has on it, such as 4 for reading. */
export function mayBy(fact: FileFact, user: string, bit: 1 | 2 | 4): boolean {
  if (fact.kind === 'absent') return false;
  const mode = Number.parseInt(fact.mode, 8);
  const shift = fact.owner === user ? 6 : fact.group === user ? 3 : 0;
  return ((mode >> shift) & bit) !== 0;
}

/** Whether an smtpd of master.cf is chrooted. */
export function smtpdChrooted(facts: ServerFacts): boolean | undefined {
  return oneIsChrooted(facts, ({ command }) => command === 'smtpd');
}

/** Whether one of the services of this kind is chrooted. */
export function oneIsChrooted(facts: ServerFacts, kind: (service: MasterService) => boolean): boolean | undefined {
  const answers = facts.masterCf?.filter(kind).map((service) => isChrooted(service, facts));
  if (!answers || answers.includes(true)) return answers && true;
  return answers.includes(undefined) ? undefined : false;
}

/** smtpd is chrooted. */
export const inChroot: FactSign = {
  words: 'smtpd is chrooted in master.cf',
  look: 'postconf -M | grep smtpd',
  holds: smtpdChrooted,
};

/** smtpd is not chrooted. */
export const notInChroot: FactSign = {
  words: 'smtpd is not chrooted in master.cf',
  look: 'postconf -M | grep smtpd',
  holds: (facts) => not(smtpdChrooted(facts)),
};

/** Where the passwords come from, by smtpd.conf: sasldb2 at its usual place. */
export const usesSasldb: FactSign = {
  words: 'passwords come from /etc/sasldb2: neither pwcheck_method nor auxprop_plugin nor sasldb_path says otherwise',
  look: "grep -E '^(pwcheck_method|auxprop_plugin|sasldb_path)' /etc/sasl2/smtpd.conf",
  holds: ({ smtpdConf, mainCf }) => {
    if (!smtpdConf) return undefined;
    const value = (name: string, unset: string) => smtpdConf.get(name)?.value ?? unset;
    return all([
      /^auxprop$/.test(value('pwcheck_method', 'auxprop')),
      /\bsasldb\b/.test(value('auxprop_plugin', 'sasldb')),
      value('sasldb_path', '/etc/sasldb2') === '/etc/sasldb2',
      mainCf && (mainCf.get('smtpd_sasl_type')?.value ?? 'cyrus') === 'cyrus',
    ]);
  },
};

/** smtpd asks Cyrus SASL for logins. */
export const authEnabled: FactSign = {
  words: 'smtpd_sasl_auth_enable is yes',
  look: 'postconf -h smtpd_sasl_auth_enable',
  holds: ({ mainCf, masterCf }) => {
    const on = /^yes$/i.test(mainCf?.get('smtpd_sasl_auth_enable')?.value ?? 'no');
    const set = masterCf?.some(({ options }) => /^yes$/i.test(options.get('smtpd_sasl_auth_enable') ?? 'no'));
    return mainCf && (on || (set ?? false));
  },
};
