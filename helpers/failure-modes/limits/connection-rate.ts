import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { rateLimit, twice } from './shared/rate-limit';

export const mode: FailureMode = rateLimit({
  id: 'limits/connection-rate',
  parameter: 'smtpd_client_connection_rate_limit',
  what: 'Connection rate limit',
  title: 'a client connects more often than smtpd_client_connection_rate_limit allows',
  counts: 'connections',
  reply: '421 4.7.0 mail.example.test Error: too many connections from 198.51.100.7',
  provoke: twice(mailOfUser),
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://github.com/mailcow/mailcow-dockerized/issues/1318'],
});
