import type { LogSign } from '../../../model/failure-mode';
import { opposite, parameter } from '../../shared/facts';
import { rejects } from '../../shared/log-signs';

export const senderRefused = (text: RegExp, specimen: string, strength: LogSign['strength']) =>
  rejects(
    text,
    `postfix/smtpd[2099]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 553 5.7.1 ${specimen} to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
    strength,
  );

export const loginMapsEmpty = parameter('smtpd_sender_login_maps', /^$/, 'smtpd_sender_login_maps is empty');

export const loginMapsSet = opposite(loginMapsEmpty, 'smtpd_sender_login_maps names a table');

export const askOwners = `postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`;
