import type { ConfigNotice } from '../../model/diagnosis';
import type { FileFact, Setting } from '../../model/failure-mode';
import { mistake } from './notice';

/** Keys and certificates that the configuration names and that are not there: smtpd does without TLS then. */
export function checkFiles(
  settings: ReadonlyMap<string, Setting>,
  files: ReadonlyMap<string, FileFact>,
): readonly ConfigNotice[] {
  return [...settings].flatMap(([name, { value, file, line }]) => {
    if (!/^(?:smtpd?|lmtp|tlsproxy)_tls_(?:\w*(?:cert|key)_file|chain_files|CAfile)$/.test(name)) return [];
    const missing = value.split(/[\s,]+/).filter((path) => files.get(path)?.kind === 'absent');
    return missing.map((path) =>
      mistake('missing', `${name} names ${path}, which is not there`, 'name a file that is there', {
        file,
        line,
        text: `${name} = ${value}`,
      }),
    );
  });
}

/** The paths that a configuration names, such as those of keys and tables. */
export function pathsNamedIn(text: string): readonly string[] {
  const values = text.replace(/^\s*#.*$/gm, '');
  return [
    ...new Set([...values.matchAll(/(?:^|[\s:,=])(\/[A-Za-z][\w./@-]*[\w@-])/gm)].flatMap(([, path]) => path ?? [])),
  ];
}
