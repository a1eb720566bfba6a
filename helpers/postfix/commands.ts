import type { ServerFacts } from '../model/failure-mode';
import { isBefore } from './version';

/** What of a server decides how a command is typed there; undefined: not known. */
export interface CommandPlace {
  readonly postfixVersion?: string | undefined;
  readonly system?: ServerFacts['system'];
  /** Whether systemd runs: in most containers it does not. */
  readonly hasSystemd?: boolean | undefined;
}

/**
 * A command as it is typed on this server. Commands are written for CentOS and a current Postfix, with Debian's way behind
 * `   # Debian: `; what the server’s Postfix, system or container doesn't have is put otherwise.
 */
export function commandFor(command: string, place: CommandPlace): string {
  const steps = [ofSystem, withoutSystemd, ofVersion];
  return steps.reduce((text, step) => step(text, place), command);
}

/** Its way behind the sign `#`, where that is told: `yum install x   # if it is missing; Debian: apt-get install y`. */
function ofSystem(command: string, { system }: CommandPlace): string {
  if (system === undefined) return command;
  const [usual = '', comment = ''] = command.split(/ {3}# /);
  const parts = comment.split('; ');
  const others = parts.filter((part) => part !== '' && !/^(?:Debian|CentOS|Alpine): /.test(part));
  const own = parts.find((part) => part.startsWith(`${labels[system]}: `))?.slice(labels[system].length + 2);
  // "…   # Debian: /etc/postfix/sasl/smtpd.conf" tells the other path only.
  const text = own === undefined || /^\/\S+$/.test(own) ? usual : own;
  return [onSystem(text, system), ...(others.length > 0 ? [`# ${others.join('; ')}`] : [])].join('   ');
}

const labels = { debian: 'Debian', 'enterprise linux': 'CentOS', alpine: 'Alpine' } as const;

function onSystem(text: string, system: keyof typeof labels): string {
  switch (system) {
    case 'debian':
      return debianPaths
        .reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
        .replace(/\b(?:yum|dnf) (?:update|install)\b/, 'apt-get install');
    case 'enterprise linux':
      return text;
    case 'alpine':
      return text
        .replace(/\byum install cyrus-sasl-(?:lib cyrus-sasl-)?plain\b/, 'apk add cyrus-sasl cyrus-sasl-login')
        .replace(/\b(?:yum|dnf|apt-get) (?:re)?install\b/, 'apk add')
        .replace(/\b(?:yum|dnf|apt-get) remove\b/, 'apk del')
        .replaceAll('/usr/lib64/sasl2', '/usr/lib/sasl2');
  }
}

const debianPaths: readonly (readonly [from: string, to: string])[] = [
  ['/etc/sasl2/smtpd.conf', '/etc/postfix/sasl/smtpd.conf'],
  ['/usr/lib64/sasl2/smtpd.conf', '/usr/lib/sasl2/smtpd.conf'],
  ['/usr/lib64/sasl2', '/usr/lib/x86_64-linux-gnu/sasl2'],
  ['/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/certs/ca-certificates.crt'],
  ['/etc/pki/tls/certs', '/etc/ssl/certs'],
  ['/etc/pki/tls/private', '/etc/ssl/private'],
  ['/etc/pki/tls', '/etc/ssl'],
  ['/var/log/maillog', '/var/log/mail.log'],
];

function withoutSystemd(command: string, { hasSystemd }: CommandPlace): string {
  if (hasSystemd !== false) return command;
  return command
    .replace(/\bsystemctl (?:enable --now|start) postfix\b/g, 'postfix start')
    .replace(/\bsystemctl reload postfix\b/g, 'postfix reload')
    .replace(/\bsystemctl restart postfix\b/g, 'postfix stop; postfix start')
    .replace(/\bsystemctl (?:enable --now|start) saslauthd\b/g, 'saslauthd -a pam')
    .replace(/\bsystemctl restart saslauthd\b/g, 'pkill saslauthd; saslauthd -a pam')
    .replace(/\bsystemctl (?:reload|restart) dovecot\b/g, 'doveadm reload')
    .replace(/\bsystemctl (?:enable --now|start) dovecot\b/g, 'dovecot')
    .replace(/\bsystemctl enable --now ([\w@.-]+)/g, 'service $1 start   # or the container of $1')
    .replace(/\bsystemctl (restart|start|reload|status) ([\w@.-]+)/g, 'service $2 $1   # or the container of $2');
}

/** postconf -M came with 2.9, -X with 2.10, -F, -P, -MX and -PX with 2.11 (RELEASE_NOTES). */
function ofVersion(command: string, { postfixVersion }: CommandPlace): string {
  if (postfixVersion === undefined || !isBefore(postfixVersion, '2.11')) return command.replace(laterNote, '');
  const text = command
    .replace(laterNote, '')
    .replace(/\bpostconf -PX ((?:[\w.:*]+\/[\w*]+\/\w+ ?)+)/g, (_all, names: string) =>
      eachSetting(names, (service, name) => `take -o ${name} away from the service ${service}`),
    )
    .replace(/\bpostconf -P (["']?)([\w.:*]+\/[\w*]+\/\w+=.*?)\1(?=;|$| {3}#)/g, (_all, _quote, settings: string) =>
      eachSetting(settings, (service, setting) => `give the service ${service} -o ${setting}`),
    )
    .replace(/\bpostconf -F (["']?)([^"';#]+?)\1(?=;|$| {3}#)/g, (_all, _quote, settings: string) =>
      eachSetting(settings, (service, setting) => `in the line of ${service}, ${setting.replace('=', ': ')}`),
    )
    .replace(/\bpostconf -MX ([\w.:]+)\/(\w+)/g, `${edit}take the line of $1 $2 away`)
    .replace(/\bpostconf -P \| grep (?:-E )?(["'][^"']+["']|[\w|]+)/g, 'grep -nE $1 /etc/postfix/master.cf')
    .replace(/\bpostconf -P\b/g, 'grep -n -- -o /etc/postfix/master.cf');
  const withoutM = isBefore(postfixVersion, '2.9')
    ? text.replace(/\bpostconf -M(?: [\w/]+)*/g, "grep -v '^#' /etc/postfix/master.cf")
    : text;
  if (!isBefore(postfixVersion, '2.10')) return withoutM;
  return withoutM.replace(/\bpostconf -X ((?:\w+ ?)+)/g, (_all, names: string) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `sed -i '/^${name} *=/d' /etc/postfix/main.cf`)
      .join('; '),
  );
}

const edit = 'vi /etc/postfix/master.cf   # ';
const laterNote = / {3}# (?:instead, )?(?:Postfix 2\.11 and later|before 2\.11: .*|before Postfix 2\.1[01]: .*)$/;

/** `submission/inet/name=value smtps/inet/name=value`, in words for who edits master.cf by hand. */
function eachSetting(settings: string, inWords: (service: string, setting: string) => string): string {
  const words = settings
    .trim()
    .split(/\s+(?=[\w.:*]+\/[\w*]+\/)/)
    .map((setting) => {
      const [, name = '', type = '', rest = ''] = /^([^/]+)\/([^/]+)\/(.*)$/s.exec(setting) ?? [];
      return inWords(`${name} ${type}`, rest);
    });
  return `${edit}${words.join('; ')}`;
}
