import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/compatibility-notice',
  kind: 'noise',
  title: 'Postfix says that it runs with backwards-compatible default settings',
  cause:
    'main.cf has no compatibility_level, or a lower one than Postfix knows: the defaults of older versions hold, and ' +
    'the postfix command says so at every start. By itself that breaks nothing. It is worth a look only where ' +
    'main.cf leaves mynetworks or smtpd_relay_restrictions to those defaults.',
  symptoms: {
    log: [
      {
        pattern: /^Postfix is (?:running with|using) backwards-compatible default settings$/,
        specimen: 'postfix[1636]: Postfix is using backwards-compatible default settings',
        strength: 'names',
      },
      {
        pattern: /^See https?:\/\/www\.postfix\.org\/COMPATIBILITY_README\.html for details$/,
        specimen: 'postfix[1636]: See http://www.postfix.org/COMPATIBILITY_README.html for details',
        strength: 'accompanies',
      },
      {
        pattern: /^To disable backwards compatibility use "postconf compatibility_level=/,
        specimen:
          'postfix[1636]: To disable backwards compatibility use "postconf compatibility_level=3.6" and "postfix reload"',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Set mynetworks and smtpd_relay_restrictions, then the level of the installed version.',
    commands: ['postconf compatibility_level=3.6', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -X compatibility_level',
    provoke: [{ kind: 'run', script: 'postfix check || true' }],
    repair: 'postconf compatibility_level=3.6',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy: [],
  references: ['https://www.postfix.org/COMPATIBILITY_README.html'],
};
