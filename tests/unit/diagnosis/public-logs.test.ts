import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const folder = join(__dirname, '../../fixtures/public-logs');

/** The cause that the thread found, if it is one at all, and whether the lines alone tell it from all others. */
const causes = [
  ['auth-socket-too-busy', 'dovecot/connection-lost', 'named'],
  ['authentication-not-enabled', 'client/finds-no-auth', 'named'],
  ['authorities-file-empty', 'tls/ca-file-missing', 'named'],
  ['authorities-not-given-to-the-relay', 'relay-client/certificate-not-trusted', 'named'],
  ['authority-unknown-to-client', 'tls/certificate-rejected', 'named'],
  ['bounces-to-a-domain-nobody-has', 'relay-refused/own-domain-not-local', 'undecided'],
  ['btree-gone-after-upgrade', 'relay-refused/table-type-unsupported', 'named'],
  ['census-with-old-tls', 'tls/protocol-too-old', 'named'],
  ['certificate-not-there', 'tls/certificate-missing', 'named'],
  ['client-host-refused', 'relay-refused/submission-without-login', 'undecided'],
  ['client-without-reverse-name', 'dns/client-without-ptr-record', 'named'],
  ['connects-and-says-nothing', undefined, 'nothing'],
  ['container-id-as-helo', 'limits/helo-not-fqdn', 'named'],
  ['container-id-warned-of-and-refused', 'limits/helo-not-found', 'named'],
  ['container-network-in-another-list', 'relay-refused/sender-not-logged-in', 'named'],
  ['container-network-not-trusted', 'relay-refused/private-client-outside-mynetworks', 'undecided'],
  ['courier-mechanism-not-in-list', 'courier/auth-not-offered', 'named'],
  ['destination-as-reason', 'relay-refused/delivery-switched-off', 'named'],
  ['dma-goes-on-without-login', 'client/credentials-without-auth', 'named'],
  ['domain-as-syslog-name', 'relay-client/plug-ins-missing', 'undecided'],
  ['dovecot-2.4-scheme-of-the-database', 'dovecot/wrong-password', 'named'],
  ['dovecot-2.4-wrong-password', 'dovecot/wrong-password', 'named'],
  ['dovecot-asks-imap', 'dovecot/wrong-password', 'undecided'],
  ['dovecot-auth-dies', 'dovecot/connection-lost', 'named'],
  ['dovecot-auth-does-not-answer', 'dovecot/connection-lost', 'named'],
  ['dovecot-database-without-the-hash', 'dovecot/hash-of-another-scheme', 'named'],
  ['dovecot-hash-is-no-crypt', 'dovecot/hash-of-another-scheme', 'named'],
  ['dovecot-hash-of-another-scheme', 'dovecot/hash-of-another-scheme', 'named'],
  ['dovecot-ldap-bind-fails', 'dovecot/database-fails', 'named'],
  ['dovecot-password-with-its-sum', 'dovecot/wrong-password', 'named'],
  ['dovecot-setting-of-a-later-version', 'dovecot/configuration-error', 'named'],
  ['dovecot-socket-of-another-user', 'dovecot/socket-permissions', 'named'],
  ['dovecot-sql-unknown-user', 'dovecot/unknown-user', 'named'],
  ['dovecot-users-file-not-mounted', 'dovecot/users-missing', 'named'],
  ['dovecot-without-sql-on-solaris', 'dovecot/driver-not-built-in', 'named'],
  ['dynamic-maps-of-another-owner', 'relay-refused/table-reader-not-trusted', 'named'],
  ['exim-account-password-at-gmail', 'exim/smarthost-refuses-login', 'named'],
  ['exim-autoreply-without-login', 'exim/smarthost-wants-login', 'named'],
  ['exim-certificate-not-readable', 'exim/certificate-unusable', 'named'],
  ['exim-condition-broken', 'exim/authenticator-broken', 'named'],
  ['exim-exchange-offers-no-plain', 'exim/smarthost-wants-login', 'named'],
  ['exim-guessing-on-submission', 'exim/wrong-password', 'named'],
  ['exim-in-the-foreground', 'exim/relay-not-permitted', 'named'],
  ['exim-login-where-none-is-offered', 'exim/auth-not-advertised', 'named'],
  ['exim-next-server-hangs-up', undefined, 'nothing'],
  ['exim-no-auth-at-proxy', 'exim/smarthost-wants-login', 'named'],
  ['exim-password-for-another-name', 'exim/smarthost-wants-login', 'named'],
  ['exim-silent-handshake', 'exim/handshake-failed', 'named'],
  ['exim-smarthost-wants-login', 'exim/smarthost-wants-login', 'named'],
  ['exim-smarthost-wants-login-at-the-end', 'exim/smarthost-wants-login', 'named'],
  ['filter-leaves-no-mechanism', 'relay-client/mechanism-filter', 'named'],
  ['filter-without-tls', 'relay-client/tls-not-offered', 'named'],
  ['forwarded-by-the-account-of-a-relay', 'relay-refused/sender-not-owned', 'undecided'],
  ['gmail-by-tls-too-early', 'relay-client/wrapper-mode-at-starttls-port', 'named'],
  ['gmail-wants-an-application-password', 'relay-client/wrong-password', 'named'],
  ['google-relay-address-not-registered', 'relay-client/address-not-registered', 'named'],
  ['google-relay-denied', 'relay-client/address-not-registered', 'named'],
  ['haraka-forwards-without-login', 'haraka/next-server-wants-login', 'named'],
  ['haraka-no-relaying', 'haraka/relay-refused', 'named'],
  ['haraka-offers-cram-md5-alone', 'haraka/auth-not-offered', 'named'],
  ['haraka-offers-no-auth-in-clear', 'client/finds-no-auth', 'named'],
  ['hash-gone-on-alpine', 'relay-refused/table-type-unsupported', 'named'],
  ['hash-not-built-in', 'relay-refused/table-type-unsupported', 'named'],
  ['helo-of-a-private-name', 'limits/helo-not-found', 'named'],
  ['helo-of-an-untagged-ipv6-address', 'limits/helo-invalid', 'named'],
  ['image-without-dovecot-keeps-its-socket', 'dovecot/stale-socket', 'named'],
  ['ipv6-loopback-not-in-networks', 'relay-refused/ipv6-client-outside-mynetworks', 'undecided'],
  ['ipv6-network-at-submission', 'relay-refused/submission-without-login', 'undecided'],
  ['key-of-another-certificate', 'tls/key-mismatch', 'named'],
  ['ldap-filter-by-supervisord', 'saslauthd/ldap-refuses', 'named'],
  ['ldap-filter-in-the-foreground', 'saslauthd/ldap-refuses', 'named'],
  ['ldap-filter-of-saslauthd', 'saslauthd/ldap-refuses', 'named'],
  ['ldap-user-unknown', 'dovecot/unknown-user', 'named'],
  ['lmdb-not-installed', 'relay-client/password-table-unusable', 'undecided'],
  ['lock-file-of-another-owner', 'permissions/data-folder-not-postfix', 'named'],
  ['login-mechanism-not-in-list', 'mechanisms/not-offered', 'named'],
  ['looks-in-and-leaves', undefined, 'nothing'],
  ['mail-service-with-old-tls', 'tls/protocol-too-old', 'named'],
  ['mailu-front-auth-where-none', undefined, 'nothing'],
  ['mailu-front-limits-guesses', undefined, 'nothing'],
  ['main-cf-closed-to-programs', 'permissions/main-cf-closed', 'named'],
  ['microsoft-tenant-attribution', 'relay-client/address-not-registered', 'named'],
  ['milter-at-an-ipv6-localhost', 'services/milter-down', 'undecided'],
  ['milter-closes-at-the-end', 'services/milter-breaks-off', 'named'],
  ['milter-host-unreachable', 'services/milter-down', 'undecided'],
  ['milter-not-up-yet', 'services/milter-down', 'undecided'],
  ['milter-port-of-a-worker', 'services/milter-breaks-off', 'named'],
  ['milter-socket-not-there', 'services/milter-socket-missing', 'named'],
  ['names-of-plug-ins-as-filter', 'relay-client/mechanism-filter', 'undecided'],
  ['newline-in-base64', 'passwords/wrong', 'undecided'],
  ['no-compatibility-level', 'relay-refused/old-level-empties-relay-list', 'undecided'],
  ['no-refusal-pasted-from-mailcow', 'relay-refused/no-refusal-in-lists', 'undecided'],
  ['no-shared-cipher', 'tls/no-shared-cipher', 'named'],
  ['nodemailer-says-auth-to-exim-in-clear', 'exim/auth-not-advertised', 'named'],
  ['office365-not-in-the-table', 'relay-client/password-under-another-name', 'undecided'],
  ['office365-sender-of-another-account', 'relay-client/sender-not-allowed', 'named'],
  ['old-protocol-tried', 'tls/protocol-too-old', 'named'],
  ['open-resolver', 'dns/list-refuses-open-resolver', 'named'],
  ['open-resolver-second-list', 'dns/list-refuses-open-resolver', 'named'],
  ['opendkim-at-no-port', 'services/milter-down', 'undecided'],
  ['opensmtpd-5-login-put-off', 'opensmtpd/passwords-unavailable', 'named'],
  ['opensmtpd-6-system-user', 'opensmtpd/wrong-password', 'named'],
  ['opensmtpd-client-says-no-name', 'opensmtpd/helo-invalid', 'named'],
  ['opensmtpd-database-hangs-up', 'opensmtpd/passwords-unavailable', 'named'],
  ['opensmtpd-events', 'opensmtpd/wrong-password', 'named'],
  ['opensmtpd-passwd-table', 'opensmtpd/wrong-password', 'named'],
  ['own-address-not-owned', 'relay-refused/sender-login-maps-empty', 'undecided'],
  ['own-public-address-not-trusted', 'relay-refused/own-machine-outside-mynetworks', 'undecided'],
  ['own-sender-without-login-at-port-25', 'relay-refused/sender-access-refuses', 'named'],
  ['password-table-not-built', 'relay-client/password-table-unusable', 'named'],
  ['pcre-not-installed', 'relay-refused/table-type-unsupported', 'named'],
  ['pgsql-not-installed', 'relay-refused/table-type-unsupported', 'named'],
  ['plug-in-crashes-smtp', 'services/daemon-crashes', 'named'],
  ['plug-in-of-another-owner', 'relay-refused/table-reader-not-trusted', 'named'],
  ['policy-server-of-submission', 'services/policy-server-down', 'undecided'],
  ['pop3-login-alone', 'dovecot/wrong-password', 'undecided'],
  ['program-sends-as-another', 'relay-refused/sender-not-owned', 'undecided'],
  ['program-that-does-not-log-in', 'relay-refused/private-client-outside-mynetworks', 'undecided'],
  ['provider-blocks-port-25', 'relay-client/port-25-blocked', 'undecided'],
  ['provider-now-wants-a-login', 'relay-client/login-not-enabled', 'undecided'],
  ['queue-folders-closed', 'permissions/queue-folder-closed', 'named'],
  ['realm-lost-before-pam', 'saslauthd/realm-stripped', 'undecided'],
  ['recipient-list-without-refusal', 'relay-refused/no-refusal-in-lists', 'undecided'],
  ['recipient-refused-by-list', 'relay-refused/recipient-list-rejects-users', 'undecided'],
  ['refused-at-connect', 'relay-refused/checked-before-login', 'named'],
  ['relay-no-worthy-mechanisms', 'relay-client/plaintext-forbidden', 'undecided'],
  ['relay-not-verified', 'relay-client/certificate-not-trusted', 'named'],
  ['relay-on-arm', 'relay-client/plug-ins-missing', 'undecided'],
  ['relay-speaks-tls-too-early', 'relay-client/wrapper-mode-at-starttls-port', 'named'],
  ['relay-without-credentials', 'relay-client/no-user-in-password-table', 'named'],
  ['relay-without-plug-ins', 'relay-client/plug-ins-missing', 'undecided'],
  ['relay-without-plug-ins-at-mailcow', 'relay-client/plug-ins-missing', 'undecided'],
  ['rmilter-listens-elsewhere', 'services/milter-down', 'undecided'],
  ['saslauthd-off-in-relay-only-image', 'saslauthd/not-running', 'undecided'],
  ['sasldb-behind-saslauthd', 'saslauthd/back-end-refuses', 'named'],
  ['sasldb-of-root', 'sasldb/closed-to-postfix', 'undecided'],
  ['self-signed-to-a-library', 'tls/certificate-rejected', 'named'],
  ['selinux-forbids-postgresql', 'permissions/database-confined', 'named'],
  ['sendemail-without-starttls', 'auth-not-offered/starttls-required', 'named'],
  ['sender-check-without-login-on-port-25', 'auth-not-offered/asked-who-logged-in', 'named'],
  ['sender-not-of-the-account', 'relay-client/sender-not-allowed', 'named'],
  ['sender-of-another-user', 'relay-refused/sender-not-owned', 'undecided'],
  ['sendmail-client-without-name', 'sendmail/relaying-denied', 'named'],
  ['sendmail-guessing-by-digest', 'sendmail/wrong-password', 'named'],
  ['sendmail-guessing-by-pam', 'saslauthd/pam-wrong-password', 'undecided'],
  ['sendmail-relaying-denied', 'sendmail/relaying-denied', 'named'],
  ['ses-as-default-relay', 'relay-client/login-not-enabled', 'undecided'],
  ['ses-credentials-invalid', 'relay-client/wrong-password', 'named'],
  ['shadow-without-a-hash', 'saslauthd/hash-unknown', 'undecided'],
  ['short-name-as-helo', 'limits/helo-not-fqdn', 'named'],
  ['smarthost-certificate-of-another-name', 'relay-client/certificate-not-trusted', 'named'],
  ['smtp-dies-by-plug-in', 'services/daemon-crashes', 'named'],
  ['smtputf8-not-offered-by-lmtp', 'relay-client/smtputf8-not-offered', 'named'],
  ['snake-oil-not-there', 'tls/certificate-missing', 'named'],
  ['sni-keys-closed-to-postmap', 'tls/sni-key-unreadable', 'named'],
  ['socket-in-shared-memory', 'dovecot/no-listener', 'undecided'],
  ['spf-of-the-docker-gateway', 'relay-refused/spf-sees-the-gateway', 'named'],
  ['submission-without-login', 'relay-refused/submission-without-login', 'undecided'],
  ['token-from-another-endpoint', 'relay-client/unsuccessful-at-microsoft', 'named'],
  ['token-of-wrong-scope', 'relay-client/token-not-taken', 'named'],
  ['token-plug-in-of-broken-json', 'relay-client/xoauth2-configuration-broken', 'named'],
  ['user-without-reverse-name', 'dns/name-check-before-login', 'undecided'],
  ['users-file-of-no-domain', 'dovecot/users-missing', 'named'],
] as const;

const outcomes: string[] = [];

afterAll(() => {
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  process.stdout.write(
    `Logs from public threads: of ${outcomes.length}, ${count('named')} named, ${count('undecided')} undecided with the ` +
      `cause among the possible, ${count('wrong')} wrong, ${count('nothing')} nothing\n`,
  );
});

test('every log has its cause', () => {
  const logs = readdirSync(folder).flatMap((name) => /^(.+)\.log$/.exec(name)?.[1] ?? []);

  expect(causes.map(([name]) => name)).toEqual(logs.sort());
});

test.each(causes)('%s: %s is %s', async (name, cause, expected) => {
  const outcome = await judged(name, cause);

  outcomes.push(outcome);
  expect(outcome).toBe(expected);
});

async function judged(name: string, cause: string | undefined): Promise<'named' | 'undecided' | 'wrong' | 'nothing'> {
  const lines = readFileSync(join(folder, `${name}.log`), 'utf8')
    .trimEnd()
    .split('\n');
  const { findings } = await diagnose(catalogue, { logs: [logOfLines(name, lines)], facts: noFacts });
  const named = findings.filter(({ confidence }) => confidence !== 'possible').map(({ mode }) => mode.id);
  if (named.some((id) => id !== cause)) return 'wrong';
  if (named.length > 0) return 'named';
  if (findings.length === 0) return 'nothing';
  return findings.some(({ mode }) => mode.id === cause) ? 'undecided' : 'wrong';
}
