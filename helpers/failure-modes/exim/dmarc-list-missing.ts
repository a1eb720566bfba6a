import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/dmarc-list-missing',
  kind: 'fault',
  title: 'Exim can’t do DMARC: its list of public suffixes or its history file can’t be opened',
  cause:
    'dmarc_tld_file names the list that says where a domain begins; it is not shipped with Exim. Without it DMARC is not checked. dmarc_history_file has to be writable for Exim’s user.',
  symptoms: {
    log: [
      {
        pattern: /DMARC failure to (?:load tld list|init library)|failure to (?:create|write to) DMARC history file/,
        specimen:
          "2026-11-24 23:49:37 DMARC failure to load tld list '/etc/exim/opendmarc.tlds': No such file or directory",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Fetch the list, and name it; make the folder of the history.',
    commands: [
      'exim -bP dmarc_tld_file dmarc_history_file',
      'curl -o /etc/exim4/opendmarc.tlds https://publicsuffix.org/list/public_suffix_list.dat',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-dkim_spf_srs_and_dmarc.html'],
};
