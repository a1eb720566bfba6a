import type { FailureMode } from '../../model/failure-mode';
import { clientGets, systemBusy } from '../client/shared/client-words';
import { mailFromInside } from '../shared/client-steps';
import { delivery, noticedBy, password, passwordTable, plainSmarthost, queued, smtp } from './shared/smarthost';
import { readme, wantsOtherPassword } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/wrong-password',
  kind: 'fault',
  title: 'the smarthost refuses the login, most often for its user name or password',
  cause:
    'What smtp_sasl_password_maps has is wrong, has been changed at the provider, or the provider wants a password made for programs. A $ may have been eaten by the shell or by Compose; a blank or a # damaged it in the file; the table was not built again; the user name wants its domain. At Amazon SES the SMTP password holds for the region that it was made for, and is not the IAM secret key. Some refuse in the same words an account that may not send by SMTP, or logins from this address. Mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        new RegExp(
          String.raw`SASL authentication failed; server (?!(?:mx\d*|aspmx\d?|alt\d|gmail-smtp-in)[.-])\S+ said: (?!534|50[0-4][- ]|53[08][- ]|535[- ]5\.7\.3 Authentication unsuccessful)(?:5\d\d|4\d\d(?=.*(?:[Aa]uth\w* (?:[Ff]ail|[Cc]redential|unsuccessful)|[Ii]nvalid|[Ii]ncorrect|[Pp]assword)))(?!.*(?:[Ee]ncryption|(?:account|mailbox) (?:has been |is )?(?:suspended|blocked|disabled)|[Bb]asic authentication is (?:disabled|not supported)|SmtpClientAuthentication is disabled|did not meet the criteria|security defaults policy|[Tt]oo many|[Cc]oncurrent connections|STARTTLS|[Tt]emporary|try again later|credits exceeded|[Qq]uota exceeded|limit exceeded|system (?:is )?busy|Unauthorized IP|[Aa]ccess list|whitelist|${wantsOtherPassword}))`,
        ),
        delivery(
          'dsn=4.7.8, status=deferred (SASL authentication failed; server smarthost.example.test[192.0.2.30] said: 535 5.7.8 Error: authentication failed: authentication failure)',
        ),
        'names',
      ),
      // It may be the smarthost, or the recipient’s.
      {
        ...smtp(
          /SASL authentication failed; server mx\d*[.-]\S+ said: 535(?![- ]5\.7\.3 Authentication unsuccessful)/,
          delivery(
            'dsn=4.7.8, status=deferred (SASL authentication failed; server mx.example.net[192.0.2.30] said: 535 5.7.8 Error: authentication failed)',
          ),
          'suggests',
        ),
        alternative: true,
      },
      clientGets(
        /(?!.*\(session: AUTH (?:XOAUTH2|OAUTHBEARER))(?:535[- ]|AuthenticationInvalidCredentials: )5\.7\.[18] (?:Username and Password not accepted|.{0,5}https:\/\/support\.google\.com\/mail\/\?p=BadCredentials)/,
        'Error: Invalid login: 535-5.7.8 Username and Password not accepted.',
      ),
      systemBusy,
      {
        // Stalwart.
        pattern: /\(delivery\.auth-failed\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO SMTP authentication failed (delivery.auth-failed) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Ask the table what it says, correct it, build it, and send the queue.',
    commands: [
      "postmap -q '[smarthost.example.test]:587' hash:/etc/postfix/relay_password",
      'postconf -h relayhost   # email-smtp.REGION.amazonaws.com: the region in which the SMTP password was made',
      'vi /etc/postfix/relay_password',
      'postmap hash:/etc/postfix/relay_password',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
${passwordTable('alice:correct-horse')}`,
    provoke: [mailFromInside],
    repair: passwordTable(),
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [
    readme,
    'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    'https://github.com/loganmarchione/docker-postfixrelay/issues/64',
  ],
};
