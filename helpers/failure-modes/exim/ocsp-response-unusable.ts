import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/ocsp-response-unusable',
  kind: 'fault',
  title: 'Exim can’t read the OCSP response that it is to staple',
  cause:
    'tls_ocsp_file names a file that is not there, is closed for Exim’s user, is out of date or belongs to another certificate. Clients that insist on a stapled response do not connect; others do not care.',
  symptoms: {
    log: [
      {
        pattern: /Failed to open OCSP response file|reading OCSP response from "/,
        specimen:
          '2026-11-24 23:49:37 Failed to open OCSP response file "/etc/exim4/ocsp.der": No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None, in most clients.',
  },
  repair: {
    words: 'Fetch a new one, or take tls_ocsp_file out.',
    commands: ['exim -bP tls_ocsp_file', 'ls -l /etc/exim4/ocsp.der'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
