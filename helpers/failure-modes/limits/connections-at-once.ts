import type { FailureMode } from '../../model/failure-mode';
import { openTwo } from './shared/connections';
import { exceeded, limitsManual, parameterManual, shared } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/connections-at-once',
  kind: 'fault',
  title: 'a client has more connections open than smtpd_client_connection_count_limit allows',
  cause: `Each client address may have 50 connections at once, half of default_process_limit. ${shared}`,
  symptoms: {
    log: [exceeded('Connection concurrency limit')],
    facts: [],
    client: '421 4.7.0 mail.example.test Error: too many connections from 198.51.100.7',
  },
  repair: {
    words: 'See that the log shows the real addresses of clients; then raise the limit for those that need it.',
    commands: ['postconf -e smtpd_client_connection_count_limit=100', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `postconf -e smtpd_client_connection_count_limit=1 smtpd_client_event_limit_exceptions=`,
    provoke: [{ kind: 'run', script: openTwo() }],
    repair: 'postconf -X smtpd_client_connection_count_limit smtpd_client_event_limit_exceptions',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    parameterManual('smtpd_client_connection_count_limit'),
    limitsManual,
    'https://github.com/docker-mailserver/docker-mailserver/issues/3891',
  ],
};
