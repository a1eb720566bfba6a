import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/dkim-key-unusable',
  kind: 'fault',
  title: 'Exim can’t sign a mail: the key or a setting of DKIM is not usable',
  cause:
    'dkim_private_key names a file that is not there, is closed to Exim’s user or is no key in PEM; or that option, dkim_domain or dkim_selector can’t be expanded. What goes out has no signature, or waits where dkim_strict is set.',
  symptoms: {
    log: [
      {
        pattern:
          /unable to open private key file for reading|unable to open file for reading: \S*(?:dkim|\.private|\.key|\.pem)|failed to expand dkim_(?:private_key|domain|selector)|DKIM: (?:message could not be signed|signing failed)|dkim: (?:signing failed|no viable signatures)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB unable to open private key file for reading: /etc/exim4/dkim/example.test.key',
        strength: 'names',
      },
      {
        pattern: /signing_init: |privkey PEM-block import: /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB signing_init: privkey PEM-block import: error:1E08010C:DECODER routines::unsupported',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Let Exim’s group read the key; correct the setting that the line names.',
    commands: [
      'exim -bP transport remote_smtp | grep dkim',
      'openssl pkey -noout -text -in /etc/exim4/dkim/example.test.key | head -1',
      'chown root:Debian-exim /etc/exim4/dkim/example.test.key; chmod 640 /etc/exim4/dkim/example.test.key',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-dkim_spf_srs_and_dmarc.html'],
};
