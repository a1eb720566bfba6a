import type { PortSurvey } from './survey';

/** Which mail server it is, and its version, as far as it tells. */
export interface Identity {
  /** Such as `Exim`; `a mail server` where it does not say. */
  readonly mta: string;
  /** In the manner of the result file; empty where it does not say. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Asks the programs in the container, and where there are none, the greeting. */
export async function identify(
  seen: readonly PortSurvey[],
  run: (script: string) => Promise<string>,
): Promise<Identity> {
  // Without a shell there is only the greeting.
  const printed = await run(versionScript).catch(() => '');
  const [, program, version] = /^(\w+) (\d\S*)$/m.exec(printed) ?? [];
  const known = servers.find(({ name }) => name.toLowerCase() === program);
  if (known && version) return { mta: known.name, versions: { [known.name.toLowerCase()]: version } };
  const greetings = seen.map(({ greeting }) => greeting).join('\n');
  const greeted = servers.find(({ greeting }) => greeting.test(greetings));
  const [, told] = (greeted && /\b(\d+\.\d+(?:\.\d+)*)\b/.exec(greetings)) ?? [];
  return {
    mta: greeted?.name ?? 'a mail server',
    versions: greeted && told ? { [greeted.name.toLowerCase()]: told } : {},
  };
}

const servers = [
  { name: 'Postfix', greeting: /\bPostfix\b/ },
  { name: 'Exim', greeting: /\bExim\b/ },
  { name: 'OpenSMTPD', greeting: /\bOpenSMTPD\b/ },
  { name: 'Sendmail', greeting: /\bSendmail\b/i },
  { name: 'Courier', greeting: /\bCourier\b/i },
  { name: 'Haraka', greeting: /\bHaraka\b/i },
  { name: 'Stalwart', greeting: /\bStalwart\b/i },
  { name: 'Maddy', greeting: /\bmaddy\b/i },
] as const;

// Each prints its name and version in a line, if it is there. Sendmail's own -d0.1 wants no mail on its input.
const versionScript = `
command -v postconf >/dev/null && echo "postfix $(postconf -dh mail_version)" && exit
for exim in exim exim4; do command -v $exim >/dev/null && $exim -bV </dev/null | sed -n 's/^Exim version \\([^ ]*\\).*/exim \\1/p' && exit; done
command -v smtpd >/dev/null && smtpd -h 2>&1 | sed -n 's/^version: OpenSMTPD \\([^ ]*\\).*/opensmtpd \\1/p'
command -v haraka >/dev/null && echo "haraka $(haraka --version 2>/dev/null | grep -o '[0-9][0-9.]*' | head -1)" && exit
command -v courier >/dev/null && echo "courier $(courier --version 2>/dev/null | grep -o '[0-9][0-9.]*' | head -1)" && exit
[ -d /etc/mail ] && sendmail -d0.1 -bt </dev/null 2>/dev/null | sed -n 's/^Version \\([^ ]*\\).*/sendmail \\1/p'
true`;
