import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { rateLimit, twice } from './shared/rate-limit';

export const mode: FailureMode = rateLimit({
  id: 'limits/message-rate',
  parameter: 'smtpd_client_message_rate_limit',
  what: 'Message delivery request rate limit',
  title: 'a client sends more mail than smtpd_client_message_rate_limit allows',
  counts: 'MAIL commands',
  reply: '450 4.7.1 Error: too much mail from 198.51.100.7',
  provoke: twice(mailToLocalUser),
  noticedBy: ['open-relay/outside-anonymous-local'],
});
