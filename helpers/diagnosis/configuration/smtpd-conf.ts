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
      const [, ofSasl] =
        /^\w*?_?(pwcheck_method|mech_list|auxprop_plugin|saslauthd_path)$/.exec(key.toLowerCase()) ?? [];
      if (ofSasl !== undefined && ofSasl !== key.toLowerCase()) {
        const words = `${key} is no option of SASL: it has no effect`;
        const advice = `here it is ${ofSasl}; with sasl_ before it, it belongs into imapd.conf`;
        notices.push(remark('unknown', words, advice, { file, line, text: content }));
      }
      settings.set(key.toLowerCase(), { value: shown, file, line });
    }
  });
  return { settings, notices };
}
