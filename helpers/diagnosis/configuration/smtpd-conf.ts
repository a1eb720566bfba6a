import { didYouMean } from '../../did-you-mean';
import type { ConfigNotice } from '../../model/diagnosis';
import type { Setting } from '../../model/failure-mode';
import { mistake, remark } from './notice';

/** The options of smtpd.conf, with what Cyrus SASL refuses. */
export interface SmtpdConfReading {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly notices: readonly ConfigNotice[];
}

/**
 * Reads smtpd.conf as Cyrus SASL does (lib/config.c): `key: value`, keys in any case, and the whole file is refused
 * for one line that is otherwise. Passwords of databases are masked.
 */
export function readSmtpdConf(text: string, file: string): SmtpdConfReading {
  const settings = new Map<string, Setting>();
  const notices: ConfigNotice[] = [];
  text.split(/\r\n|\n/).forEach((raw, index) => {
    // isspace(3) in the C locale: a full-width space is no space, and one at the start makes the line a bad one.
    const content = raw.replace(/^[ \t\v\f\r]+|[ \t\v\f\r]+$/g, '');
    if (content === '' || content.startsWith('#')) return;
    const line = index + 1;
    const [, key, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/s.exec(content) ?? [];
    if (key === undefined || !value) {
      const words = key === undefined ? 'this is not `key: value`' : `${key} has no value`;
      notices.push(
        mistake('syntax', words, 'SASL refuses the whole file: write `key: value`', { file, line, text: content }),
      );
    } else {
      const shown = /passw|_pw$/i.test(key) ? '<secret>' : value;
      const noticed = unknownOption(key) ?? (key.toLowerCase() === 'auxprop_plugin' ? unknownPlugIn(value) : undefined);
      if (noticed) notices.push(remark('unknown', noticed.words, noticed.advice, { file, line, text: content }));
      settings.set(key.toLowerCase(), { value: shown, file, line });
    }
  });
  return { settings, notices };
}

/** The options by which it is decided who checks a password; SASL takes any other key for one of a plug-in. */
const options = ['pwcheck_method', 'mech_list', 'auxprop_plugin', 'saslauthd_path'];

function unknownOption(key: string): { readonly words: string; readonly advice: string } | undefined {
  const written = key.toLowerCase();
  if (options.includes(written)) return undefined;
  const ofImapd = options.find((option) => written.endsWith(`_${option}`));
  const meant = ofImapd ?? didYouMean(written, options);
  if (meant === undefined) return undefined;
  const elsewhere = ofImapd === undefined ? '' : '; with sasl_ before it, it belongs into imapd.conf';
  return { words: `${key} is no option of SASL: it has no effect`, advice: `here it is ${meant}${elsewhere}` };
}

/** The plug-in is named after the way, not after the database: sql, with sql_engine. */
function unknownPlugIn(value: string): { readonly words: string; readonly advice: string } | undefined {
  const [, engine] = /\b(mysql|mariadb|pgsql|postgresql|sqlite3?)\b/i.exec(value) ?? [];
  if (engine !== undefined)
    return {
      words: `auxprop_plugin: SASL has no plug-in ${engine}, and no password is found`,
      advice: 'write auxprop_plugin: sql, with the database in sql_engine; the plug-in is in a package of its own',
    };
  if (!/^ldap$/i.test(value)) return undefined;
  return {
    words: 'auxprop_plugin: SASL has no plug-in ldap, and no password is found',
    advice: 'it is ldapdb; or ask LDAP through saslauthd -a ldap, with pwcheck_method: saslauthd',
  };
}
