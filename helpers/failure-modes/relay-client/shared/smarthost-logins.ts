import type { FactSign, LogSign } from '../../../model/failure-mode';
import { parameter } from '../../shared/facts';
import { delivery, smtp } from './smarthost';

/** Who takes tokens. */
export const ofTokens = '\\S*(?:gmail|google|office365|outlook)\\.com';

export const cannotAuthenticate = (reason: string, strength: LogSign['strength'] = 'suggests', host = '\\S+') =>
  smtp(
    new RegExp(
      `status=deferred \\((?:delivery temporarily suspended: )?SASL authentication failed; cannot authenticate to server ${host}: ${reason}\\)$`,
    ),
    delivery(
      `dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smarthost.example.test[192.0.2.30]: ${reason})`,
    ),
    strength,
  );

/** QQ and 163; mail.ru; others, of a login that is not for programs. */
export const wantsOtherPassword = String.raw`service\.mail\.qq\.com|[Ee]nter your authorization code|[Aa]pp(?:lication)?[ -](?:specific )?password (?:is )?(?:required|REQUIRED)|Application-specific password required|NEOBHODIM parol prilozheniya|User has no permission(?! to)|[Pp]lease log in (?:via|with) your web browser`;

export const readme = 'https://www.postfix.org/SASL_README.html#client_sasl';

export const noWorthyMechs = smtp(
  /^warning: SASL authentication failure: No worthy mechs found$/,
  'warning: SASL authentication failure: No worthy mechs found',
  'suggests',
);

export const noMechanism = smtp(
  /SASL authentication failed; cannot authenticate to server \S+ no mechanism available\)?$/,
  delivery(
    'dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smarthost.example.test[192.0.2.30]: no mechanism available)',
  ),
  'suggests',
);

export const refusedBySmarthost = smtp(
  /^< \S+\[\S+: 530[ -]5\.\d\.\d+ .*(?:not authenticated|[Aa]uthentication [Rr]equired)|status=(?:bounced|deferred|undeliverable) \((?:delivery via \S+: )?host \S+ said: [45]\d\d[ -](?!.*(?:STARTTLS|Relaying disallowed as|AS\(\d+\)|5\.7\.708|5\.1\.8|HELO|5\.4\.1 (?:\S+: )?Recipient address rejected: Access denied|[Bb]anned)).*(?:[Rr]elay(?:ing)? (?:access )?denied|[Rr]elaying (?:denied|disallowed|not allowed)|(?:un|not )authenticated|[Aa]uthentication (?:is )?(?:[Rr]equired|needed)|Sender address rejected: not logged in|(?:AUTH|auth)(?: is)? required|[Mm]ust (?:authenticate|be authenticated)|[Pp]lease authenticate|[Ll]og ?in (?:first|required)|turn (?:on )?(?:SMTP )?[Aa]uthentication|Unauthenticated senders|No AUTH command has been given|[Uu]nable to relay|allowed rcpthosts|Access denied).*\(in reply to (?:MAIL FROM|RCPT TO|DATA|end of DATA) command\)\)$/,
  delivery(
    'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 554 5.7.1 <x@elsewhere.example>: Relay access denied (in reply to RCPT TO command))',
  ),
  'suggests',
);

/** At a provider of tokens: sasl-xoauth2 says so where it can read none, or gets none. */
export const noTokenFailure: LogSign = {
  ...smtp(
    new RegExp(`SASL authentication failed; cannot authenticate to server ${ofTokens}\\[\\S+ generic failure`),
    delivery(
      'dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smtp.gmail.com[198.51.100.109]: generic failure)',
    ),
    'suggests',
  ),
  alternative: true,
};

export const loginOn = parameter('smtp_sasl_auth_enable', /^yes$/i, 'smtp_sasl_auth_enable is yes', 'no');

/** Of a login that has been tried: where main.cf says otherwise, it has been changed since, or before. */
export const loginTried: FactSign = { ...loginOn, holds: (facts) => loginOn.holds(facts) || undefined };

export const plaintextForbidden = parameter(
  'smtp_sasl_security_options',
  /noplaintext/,
  'smtp_sasl_security_options says noplaintext, as it does by default',
  'noplaintext, noanonymous',
);
