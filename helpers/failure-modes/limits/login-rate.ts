import type { FailureMode } from '../../model/failure-mode';
import { rateLimit, twice } from './shared/rate-limit';

export const mode: FailureMode = rateLimit({
  id: 'limits/login-rate',
  parameter: 'smtpd_client_auth_rate_limit',
  what: 'AUTH command rate limit',
  title: 'a client logs in more often than smtpd_client_auth_rate_limit allows',
  counts: 'AUTH commands',
  reply: '450 4.7.1 Error: too many AUTH commands from 198.51.100.7',
  provoke: twice({ kind: 'lines', lines: ['AUTH', 'AUTH'] }),
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  from: '3.1',
});
