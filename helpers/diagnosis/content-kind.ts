import { parameterNames } from '../postfix/parameter-names';
import { factsDumpStart } from './configuration/facts-dump';
import { looksLikeAnswer } from './log/answer-lines';
import { programInside } from './log/unwrap-line';

/** What the beginning of a file shows it to be. `text`: nothing of ours, but perhaps pasted lines of a log. */
export type ContentKind =
  | 'main.cf'
  | 'master.cf'
  | 'smtpd.conf'
  | 'saslauthd.conf'
  | 'dovecot.conf'
  | 'sasldb users'
  | 'facts'
  | 'log'
  | 'journal export'
  | 'answer of a log store'
  | 'text'
  | 'binary'
  | 'empty';

/** Recognises a file by its beginning: names say little, as people rename and paste. */
export function contentKind(beginning: string): ContentKind {
  if (beginning.trim() === '') return 'empty';
  if (beginning.startsWith(factsDumpStart)) return 'facts';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how binary files are known.
  const lines = beginning.replace(/\u0000+/g, '').split(/\r?\n/);
  const told = lines.filter((line) => line.trim() !== '' && !/^\s*#/.test(line)).slice(0, linesLookedAt);
  if (
    /^(?: {4}(?:_BOOT_ID|_PID|SYSLOG_IDENTIFIER)|__CURSOR|__REALTIME_TIMESTAMP|_BOOT_ID)=/m.test(beginning) &&
    /^ *MESSAGE(?:=|$)/m.test(beginning)
  ) {
    return 'journal export';
  }
  if (looksLikeAnswer(beginning)) return 'answer of a log store';
  // A log that somebody has put behind marks of a comment.
  if (told.length === 0 && lines.some((line) => looks.log.test(line.replace(/^\s*#+\s+/, '')))) return 'log';
  if (told.length === 0 && lines.some((line) => raised.test(line))) return 'text';
  if (
    told.some((line) => opensBlock.test(line)) &&
    !told.some((line) => looks.log.test(line) || setsKnownParameter(line))
  )
    return 'dovecot.conf';
  const [kind, score] = Object.entries(looks)
    .map(([name, look]) => [name as ContentKind, told.filter((line) => look.test(line)).length] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  if (score > 0 && kind !== 'main.cf') return kind;
  if (score * 2 >= told.filter((line) => !/^\s/.test(line)).length && lines.some(setsKnownParameter)) return 'main.cf';
  return isBinary(beginning) ? 'binary' : commentsOnly(told, beginning);
}

const linesLookedAt = 500;

/** smtplib.SMTPNotSupportedError: …; no comment of a configuration names such a one. */
const raised = /^\s*#.*\b[a-z]\w*\.\w*(?:Error|Exception)\b/;

/** How the lines of a kind look; where two are as frequent, the first. */
const looks = {
  log: new RegExp(
    [
      /^(?:<\d+>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\b/,
      /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/,
      /^\{"(?:log|MESSAGE|__CURSOR|_\w+|[A-Z][A-Z_]+)" ?:/,
      /^(?:warning|fatal|error|panic|NOQUEUE|reject|connect from|disconnect from|SASL|TLS)\b/,
      // Haraka, OpenSMTPD, Exim
      /^\[(?:PROTOCOL|DEBUG|INFO|NOTICE|WARN|ERROR|CRIT)\] \[/,
      /^[0-9a-f]{16} (?:smtp|mta|mda) /,
      programInside,
    ]
      .map(({ source }) => source.replace(/\(\?<\w+>/g, '(?:'))
      .join('|'),
    's',
  ),
  'master.cf': /^\S+\s+(?:inet|unix|unix-dgram|fifo|pass)\s+[-yn]\s+[-yn]\s+[-yn]\s+\S+\s+\S+\s+\S/,
  'smtpd.conf':
    /^\s*(?:\w*?_?(?:pwcheck_method|mech_list|saslauthd_path|auxprop_plugin)|saslauthd_version|sasldb_path|sql_\w+|ldapdb_\w+|log_level|auto_transition|keytab|allow_plaintext|canon_user_plugin|authdaemond_path|autotransition)\s*:/i,
  'saslauthd.conf':
    /^\s*ldap_(?:servers|search_base|filter|bind_dn|bind_pw|password|auth_method|scope|version|tls_\w+|start_tls|deref|timeout|default_realm|default_domain|group_\w+|use_sasl|size_limit|time_limit|restart|debug|verbose|referrals|id|realm|mech|authz_id|sasl_secprops|password_attr)\s*:/i,
  'sasldb users': /^\S+@\S*: (?:userPassword|cmusaslsecret\S*)$/,
  'main.cf': /^[a-z0-9][\w-]*\s*=/i,
} as const;

/** Dovecot’s configuration: `passdb {`, `service auth {` */
export const opensBlock =
  /^\s*(?:passdb|userdb|service|protocol|namespace|plugin|auth|dict|remote|local|mailbox|login|lda)\b[^={}:()]*\{/;

/** What a line looks like by itself; undefined where it may be anything. */
export function kindOfLine(line: string): 'log' | 'main.cf' | 'master.cf' | 'smtpd.conf' | undefined {
  if (/^\w+\s*=/.test(line) && setsKnownParameter(line)) return 'main.cf';
  return (['master.cf', 'smtpd.conf', 'log'] as const).find((kind) => looks[kind].test(line));
}

function setsKnownParameter(line: string): boolean {
  const name = /^\s*(\w+)\s*=/.exec(line)?.[1];
  return name !== undefined && parameterNames.has(name);
}

/** Text has few control characters; an escape begins a colour. */
function isBinary(beginning: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how binary files are known.
  const strange = beginning.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange > beginning.length / 20;
}

/** A configuration with nothing but comments sets nothing; that is something to know. */
function commentsOnly(told: readonly string[], beginning: string): ContentKind {
  if (told.length > 0) return 'text';
  return /Postfix master process|^#\s*service type/m.test(beginning) ? 'master.cf' : 'empty';
}
