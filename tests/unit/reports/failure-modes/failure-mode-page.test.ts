import type { FailureMode } from '../../../../helpers/model/failure-mode';
import { renderFailureModeIndex, renderFailureModePage } from '../../../../reports/failure-modes/failure-mode-page';

const mode: FailureMode = {
  id: 'tls/no-certificate',
  kind: 'fault',
  title: 'TLS is on, and there is no certificate',
  cause: 'smtpd has nothing to show.',
  symptoms: {
    log: [{ pattern: /^warning: none$/, specimen: 'postfix/smtpd[1]: warning: none', strength: 'suggests' }],
    facts: [{ words: 'smtpd_tls_cert_file is not set', look: 'postconf -h smtpd_tls_cert_file', holds: () => true }],
    client: '454 4.7.0 TLS not available due to local problem',
  },
  repair: { words: 'Name one.', commands: ['postconf -e smtpd_tls_cert_file=/etc/pki/tls/certs/postfix.pem'] },
  reproduction: { inject: 'postconf -X smtpd_tls_cert_file', provoke: [], repair: '', toldBy: 'log and facts' },
  versions: { from: '2.3' },
  noticedBy: ['announcement/starttls-on-25'],
  references: ['RFC 3207'],
};

test('a page has what a search for the log line looks for, and what to do next', () => {
  const page = renderFailureModePage(mode);

  for (const part of [
    '# TLS is on, and there is no certificate',
    'Postfix from 2.3',
    'postfix/smtpd[1]: warning: none',
    'Other failure modes write the same lines',
    '454 4.7.0 TLS not available due to local problem',
    '- smtpd_tls_cert_file is not set: `postconf -h smtpd_tls_cert_file`',
    'postconf -e smtpd_tls_cert_file=/etc/pki/tls/certs/postfix.pem',
    'npm run reproduce -- tls/no-certificate',
    'npm run verify -- --check announcement/starttls-on-25',
    '- RFC 3207',
  ]) {
    expect(page).toContain(part);
  }
});

test('a mode that can not be had in a container says why', () => {
  const { reproduction: _none, ...rest } = mode;
  const page = renderFailureModePage({ ...rest, unreproduced: 'another program writes it' });

  expect(page).toContain('Not reproduced in a container: another program writes it.');
});

test('the contents name every page by its family', () => {
  expect(renderFailureModeIndex([mode])).toContain(
    '## tls\n\n- [TLS is on, and there is no certificate](tls/no-certificate.md)',
  );
});
