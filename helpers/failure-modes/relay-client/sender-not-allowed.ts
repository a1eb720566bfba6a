import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { clientGets } from '../client/shared/client-words';
import { mailFromInside } from '../shared/client-steps';
import { password, smarthost } from './shared/smarthost';
import {
  addressNotOfSender,
  invalidSenderAtAmazon,
  senderOfNoMailbox,
  temporaryFailure,
} from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/sender-not-allowed',
  kind: 'fault',

  title:
    'the server that is to take the mail does not allow its sender address, or an address that it has not verified',
  cause:
    'Providers let an account send with its own addresses only, or with addresses and domains that they have verified: root@host, the address of a forwarded mail or of a web application is none of these. The login was right; the same mail with the account’s own sender passes. In the sandbox of SES, Mailgun or Resend the recipient has to be verified as well. A server that is no smarthost may refuse a sender by its own rules.',
  symptoms: {
    log: [
      {
        pattern:
          /status=(?:bounced|deferred) \(host \S+ said: [45]\d\d(?!.*(?:\b(?:SPF|DMARC|DKIM)\b|\d\.\d+\.\d+\.\d+\]? is not |from this IP|[\da-f]:[\da-f:]+\]? is not )).*(?:SendAsDenied|does not have permissions to send as|[Ee]mail address is not verified|[Ff]rom address not verified|verified [Ss]ender [Ii]dentity|[Nn]ot (?:allowed|authori[sz]ed|permitted) to send (?:as|from|on behalf)|Relaying disallowed as|[Ss]ender address rejected: not owned by|[Ss]ender (?:address )?(?:is )?not allowed|must match the authenticated|[Ss]ender address is not allowed|is not authorized to perform `ses:Send|[Aa]uthorized [Ss]ender|envelope sender is not|[Mm]ail from (?:address )?must (?:be same as|equal)|From address is not one of your addresses|is not a Sender Signature|Sender is not allowed to relay|unknown sender address|[Hh]eader from does not match|Unconfigured [Ss]ending [Dd]omain)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:587, delay=0.4, delays=0.01/0.03/0.3/0.06, dsn=5.2.252, status=bounced (host smtp.example.net[192.0.2.30] said: 554 5.2.252 SendAsDenied; relay@example.test not allowed to send as root@mail.example.test; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied (in reply to end of DATA command))',
        strength: 'names',
        program: programOf('smtp'),
      },
      // Microsoft; SES; SendGrid; Zoho; GMX and IONOS; QQ and 163; iCloud; Fastmail; Postmark; Proton’s bridge.
      clientGets(
        /[45]\d\d[- ](?!.*(?:\b(?:SPF|DMARC|DKIM)\b|\d\.\d+\.\d+\.\d+\]? is not |from this IP|[\da-f]:[\da-f:]+\]? is not ))(?:.*SendAsDenied|.*[Cc]lient does not have permissions to send as|.*Email address is not verified|.*(?:[Nn]ot (?:allowed|authori[sz]ed|permitted) to send (?:as|from|on behalf)|from address does not match a verified Sender Identity|is not authorized to perform `ses:Send|Sender is not allowed to relay|Relaying disallowed as|[Ss]ender address is not allowed|[Mm]ail from a(?:ddress must be same as authorization user|ccount doesn't conform with authentication)|[Mm]ail from must equal authorized user|From address is not one of your addresses|[Ff]rom address not verified|is not a Sender Signature|[Ss]ubmission not allowed for messages in which header from does not match|invalid return path: not owned by user))/,
        'Expected response code 250 but got code "550", with message "550 5.7.60 SMTP; Client does not have permissions to send as this sender"',
      ),
      {
        // PHPMailer, which shows the code behind the words.
        pattern: /Detail: 5\.\d+\.\d+ .*(?:[Cc]lient does not have permissions to send as|SendAsDenied)/,
        specimen:
          'SMTP server error: DATA END command failed Detail: 5.7.60 SMTP; Client does not have permissions to send as this sender SMTP code: 550',
        strength: 'names',
        alternative: true,
      },
      {
        // SES by its own interface, in which there is no code.
        pattern: /^(?!.*\b[45]\d\d[ -]).*Email address is not verified\. The following identities failed/,
        specimen:
          'Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: root@mail.example.test',
        strength: 'names',
        alternative: true,
      },
      {
        // Yandex; read as a line of Postfix, with whose words it begins.
        pattern: /^(?!.* said: ).*553 (?:5\.7\.1 )?Sender address rejected: not owned by auth user/,
        specimen: '553 5.7.1 Sender address rejected: not owned by auth user.',
        strength: 'names',
        alternative: true,
      },
      {
        // SOGo; PHPMailer.
        pattern:
          /\(smtp\) originator not accepted|The following From address failed: .*(?:not owned|not allowed|not permitted|not authori[sz]ed)/,
        specimen:
          'The following From address failed: alice@example.com : MAIL FROM command failed,Sender address rejected: not owned by user bob,553,5.7.1',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:550|553|530|503)[ -](?:5\.\d\.\d )?(?:Envelope domain .* doesn't match AUTH domain|Mail from domain .* is not allowed from your host|Unauthorized use of sender address|From\/Sender name is not valid|Incorrect Authentication for Specified|Sender rejected$)/,
        '553 5.7.0 Unauthorized use of sender address',
      ),
      {
        // Mailgun; Resend.
        pattern: /Domain \S*sandbox\S* is not allowed to send: |only send testing emails to your own email address/,
        specimen:
          '421 Domain sandbox0.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only',
        strength: 'names',
        alternative: true,
      },
      {
        // Stalwart.
        pattern: /\(smtp\.mail-from-unauthorized\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO MAIL FROM unauthorized (smtp.mail-from-unauthorized) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // Yahoo, of the sender; by its words it may be the recipient’s mailbox.
        pattern: /550[ -]Request failed; Mailbox unavailable/,
        specimen: 'SendMail: 550 Request failed; Mailbox unavailable',
        strength: 'suggests',
        alternative: true,
      },
      {
        // 163 and QQ.
        pattern: /mail from address must be (?:the )?same as authorization user/,
        specimen: 'ERROR - Error sending email: mail from address must be same as authorization user',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /5\d\d[ -](?:5\.\d\.\d )?(?:The sender address is unauthorized|Local user only)/,
        '554 5.7.1 The sender address is unauthorized',
      ),
      clientGets(
        /(?:450|550|403)[ -].{0,3}The (?:\S+ domain is not(?: verified|$)|associated domain with your API key is not verified)/,
        '450 The example.com domain is not verified. Please, add and verify your domain',
      ),
      clientGets(/550[ -]5\.1\.0 <\S+> sender rejected(?!.*domain)/, '550 5.1.0 <alice@example.test> sender rejected'),
      clientGets(
        /551[ -]Sender address is not valid for your login/,
        '551 Sender address is not valid for your login. Check your email program settings.',
      ),
      {
        pattern: /(?<! said: .*)envelope sender not allowed/,
        specimen:
          'Expected response code "250" but got code "550", with message "550 envelope sender not allowed alice@yahoo.com"',
        strength: 'names',
        alternative: true,
      },
      {
        // Hosting providers; GMX.
        pattern:
          /Unauthorized sending: the sender identity used is not valid|"MAIL FROM" email address \S+.{0,40} you are using|Sending mails from (?:550-)?addresses not hosted on our|Mail from command failed - 550-Requested action not taken: mailbox unavailable.*Sender address is not allowed/,
        specimen: '550-Unauthorized sending: the sender identity used is not valid for this 550-account.',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:[Dd]omain \S+ is not allowed to send|[Ss]ender domain (?:is )?not verified|Sender address rejected: not allowed)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 Sender domain not verified (in reply to MAIL FROM command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      {
        pattern: / said: 5\d\d You are not allowed to send mail:/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 You are not allowed to send mail:sv17pub.verizon.net (in reply to MAIL FROM command))',
        strength: 'names',
        alternative: true,
      },
      temporaryFailure,
      addressNotOfSender,
      senderOfNoMailbox,
      invalidSenderAtAmazon,
    ],
    facts: [],
    client: 'A bounce: 554 5.2.252 SendAsDenied, 553 or 550, said by the smarthost',
  },
  repair: {
    words: 'Let the provider verify the address or domain; or rewrite senders to the account’s address on the way out.',
    commands: [
      "echo '/.+/ relay@example.test' >/etc/postfix/sender_canonical",
      "postconf -e 'sender_canonical_classes = envelope_sender, header_sender' 'sender_canonical_maps = regexp:/etc/postfix/sender_canonical'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'relay@example.test alice, alice@example.test' >/etc/postfix/owners
postmap hash:/etc/postfix/owners
${smarthost('smtpd_sender_login_maps=hash:/etc/postfix/owners', 'smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch,reject_known_sender_login_mismatch,reject_sender_login_mismatch')}
${password}`,
    provoke: [mailFromInside],
    repair: `echo '/.+/ relay@example.test' >/etc/postfix/sender_canonical
postconf -e 'sender_canonical_classes = envelope_sender' 'sender_canonical_maps = regexp:/etc/postfix/sender_canonical'`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/ADDRESS_REWRITING_README.html#canonical',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/fix-error-code-5-7-57-in-exchange-online',
  ],
};
