import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { rateLimit, twice } from './shared/rate-limit';

export const mode: FailureMode = rateLimit({
  id: 'limits/recipient-rate',
  parameter: 'smtpd_client_recipient_rate_limit',
  what: 'Recipient address rate limit',
  title: 'a client names more recipients than smtpd_client_recipient_rate_limit allows',
  counts: 'RCPT commands',
  reply: '450 4.7.1 Error: too many recipients from 198.51.100.7',
  provoke: twice(mailToLocalUser),
  noticedBy: ['open-relay/outside-anonymous-local'],
});
