import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { rateLimit, twice } from './shared/rate-limit';

export const mode: FailureMode = rateLimit({
  id: 'limits/tls-rate',
  parameter: 'smtpd_client_new_tls_session_rate_limit',
  what: 'New TLS session rate limit',
  title: 'a client starts more TLS sessions than smtpd_client_new_tls_session_rate_limit allows',
  counts: 'new TLS sessions',
  reply: '421 4.7.0 mail.example.test Error: too many new TLS sessions from 198.51.100.7',
  provoke: twice({ ...mailOfUser, tls: 'starttls' }),
  noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
});
