import type { FailureMode } from '../../model/failure-mode';
import {
  clientGets,
  curlMailFails,
  mayNotSend,
  relayAccessDenied,
  relayingDenied,
  relayNotPermitted,
} from './shared/client-words';
import { quotedDemandForLogin } from './shared/quoted-replies';
import { deniedToProvider, deniedWithoutLogin, heloInsteadOfEhlo } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/sends-without-login',
  kind: 'client',
  title: 'a client sends without a login, and the server wants one',
  cause:
    'The program has no user and password set, or does not use them: its login is off by default (Mailpit’s relay, `auth: none`), or it found no AUTH, as after HELO instead of EHLO or before STARTTLS, and goes on without. It may itself be a mail server that relays by this one: Postfix without smtp_sasl_auth_enable or an entry in its password map, Sendmail without authinfo or cyrus-sasl-plain. Postal of 2017 forgets a login at RSET, so that the second mail of a session gets this. maddy’s `Use Submission for outgoing SMTP` also meets strangers who forge a sender of its domains, and own mail that a forwarder brings back.',
  symptoms: {
    log: [
      clientGets(
        /(?!.*\(session: logged in)(?<!(?<![=:] ?)<<< )(?:5[35]0[ -](?:5\.\d+\.\d+ )?(?:[Aa]uthentication (?:is )?[Rr]equired|SMTP AUTH is required|(?:SMTP; )?(?:[Cc]lient |User )?(?:was )?not authenticated|Client was not authenticated|smtp auth required)|55[034][ -](?:5\.\d+\.\d+ )?(?:[Aa]uthentication is required|Unauthenticated senders not allowed|Please turn (?:on SMTP Authentication in your mail client|authentication on)|\S+ \[\S+\] is not permitted to relay through this server without authentication|Must be authenticated|SMTP AUTH required|Please authenticate|Sender not authenticated(?!.*(?:SPF|DKIM|DMARC|domain)))|530[ -]SMTP authentication is required|530[ -]5\.5\.1 Invalid command: Must issue an AUTH command first|503[ -](?:5\.[57]\.\d+ )?(?:Error: )?(?:send AUTH command first|need EHLO and AUTH first|authenticate first))/,
        'msmtp: server message: 530 5.7.0 Authentication required',
      ),
      quotedDemandForLogin,
      deniedWithoutLogin,
      deniedToProvider,
      heloInsteadOfEhlo,
      relayingDenied,
      relayAccessDenied,
      curlMailFails,
      {
        // PHPMailer; WP Mail SMTP.
        pattern: /The following From address failed: .*Authentication required|Unauthenticated senders are not allowed/,
        specimen:
          'The following From address failed: alice@example.com : MAIL FROM command failed,Authentication required,530,5.7.0',
        strength: 'names',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC7[89]/,
        specimen: 'One of the recipients was rejected by the server. Error Number: 0x800CCC79',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(
        /(?:502|503|530|550)[ -](?:5\.\d\.\d )?(?:Please authenticate first|Error: authentication Required)/,
        '502 5.7.0 Please authenticate first',
      ),
      clientGets(
        /(?:502|503|530|550)[ -](?:5\.\d\.\d )?(?:Relay not allowed|relaying not permitted|No permission to relay)/,
        '550 5.7.1 relaying not permitted',
        'suggests',
      ),
      {
        // Stalwart, of a domain of its own that it does not know, too.
        pattern: /\(smtp\.(?:relay-not-allowed|mail-from-unauthenticated)\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Relay not allowed (smtp.relay-not-allowed) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'suggests',
        alternative: true,
      },
      relayNotPermitted,
      mayNotSend,
      {
        pattern: /\[\w+\] => 530 Authentication required/,
        specimen: '[smtp.1:32384] [2017-05-12T08:53:03.623] DEBUG -- : [T0QRKN] => 530 Authentication required',
        strength: 'suggests',
        alternative: true,
      },
      {
        // dma.
        pattern: /remote delivery (?:deferred|failed): \S+ \[\S+\] failed after \w+(?: \w+)?: 530(?!.*TLS)/,
        specimen:
          'dma[1a2b]: remote delivery deferred: mail.example.test [203.0.113.7] failed after MAIL FROM: 530 5.7.0 Authentication required',
        strength: 'names',
        alternative: true,
      },
      clientGets(/503[ -]5\.5\.1 You must authenticate first/, '503 5.5.1 You must authenticate first.'),
      clientGets(
        /550[ -]relay access denied - please authenticate/,
        'Net::SMTPFatalError: 550 relay access denied - please authenticate',
      ),
      {
        pattern:
          /5\d\d \S+ \[\S+\] is currently not permitted to relay through this server\. Perhaps you have not logged/,
        specimen:
          '550 relay.example.com [203.0.113.11] is currently not permitted to relay through this server. Perhaps you have not logged into the pop/imap server in the last 30 minutes',
        strength: 'names',
        alternative: true,
      },
      {
        // curl, which gives the code alone.
        pattern: /(?:^|curl: )\(67\) Access denied: 530/,
        specimen: 'curl: (67) Access denied: 530',
        strength: 'names',
        alternative: true,
      },
      {
        // nginx, as mail proxy.
        pattern: /client was rejected: ".*" while in auth state/,
        specimen:
          '2024/11/06 02:19:26 [info] 18#18: *27308 client was rejected: "MAIL FROM:<alice@example.test>" while in auth state, client: 192.0.2.2, server: 0.0.0.0:587',
        strength: 'names',
        alternative: true,
      },
      {
        // maddy, at its port for other servers: whoever sends there with an address of its own domains, as spam does.
        pattern: /"smtp_msg":"Use Submission for outgoing SMTP"/,
        specimen:
          'smtp: RCPT error	{"reason":"reject directive used","smtp_code":501,"smtp_enchcode":"5.1.8","smtp_msg":"Use Submission for outgoing SMTP"}',
        strength: 'suggests',
        alternative: true,
      },
      {
        // OSSEC, which can neither STARTTLS nor AUTH.
        pattern: /WARN: Mail from not accepted by server/,
        specimen: '2017/10/10 23:35:35 os_sendmail(1764): WARN: Mail from not accepted by server',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '530 5.7.0 Authentication required',
  },
  repair: {
    words:
      'Set user and password for outgoing mail in the program, and its login on, with STARTTLS at 587; in a server that relays, its login at the next one.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'postconf -n | grep smtp_sasl   # where Postfix is the client',
      'ls -l /etc/mail/authinfo*; rpm -q cyrus-sasl-plain   # where Sendmail is; Debian: dpkg -l libsasl2-modules',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 6', 'https://github.com/axllent/mailpit/issues/337'],
};
