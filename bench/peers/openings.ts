import type { Contrary } from '../../tests/mutants/contrary-server';
import { mutants } from '../../tests/mutants/mutants';

/** One way in which a server relays for who has no right to it. */
export interface Opening {
  readonly words: string;
  /** From where a client has to come: `outside` by IPv4 unless said. */
  readonly from?: 'address:gateway' | 'address:ipv6-outside';
  /**
   * What is done to the reference server; or, where no setting of Postfix does it, when a server that is played takes a recipient
   * of another domain, by the line and those before it.
   */
  readonly server: { readonly before: string } | { readonly opens: Opens };
}

type Opens = (line: string, said: readonly string[]) => boolean;

/** Ten of them. */
export const openings: readonly Opening[] = [
  {
    words: 'percent hack',
    server: { before: byAlias('percent', '/^([^%@]+)%([^%@]+)@(mail\\.)?example\\.test$/ $1@$2') },
  },
  { words: 'bang path', server: { before: byAlias('bang', '/^([^!@]+)!([^!@]+)@(mail\\.)?example\\.test$/ $2@$1') } },
  {
    words: 'quoted recipient',
    server: { before: byAlias('quoted', '/^"?([^"@]+)@([^"@]+)"?@(mail\\.)?example\\.test$/ $1@$2') },
  },
  { words: 'source route', server: { opens: (line) => /^RCPT TO:<@/i.test(line) } },
  {
    words: "sub-domains of somebody else's domain",
    server: {
      before: `echo '/\\.elsewhere\\.example$/ x' >/etc/postfix/subs; postconf -e relay_domains=regexp:/etc/postfix/subs`,
    },
  },
  {
    words: "trusted subnet, by Docker's gateway",
    from: 'address:gateway',
    server: { before: mutant('mynetworks has the private networks, in which Docker puts its gateway') },
  },
  {
    words: 'by IPv6 alone',
    from: 'address:ipv6-outside',
    server: { before: mutant('mynetworks is the whole Internet, by IPv6 alone') },
  },
  {
    words: 'after a failed AUTH',
    server: { opens: (_line, said) => said.some((one) => /^AUTH /i.test(one)) },
  },
  {
    words: 'in the second transaction',
    server: { opens: (_line, said) => said.filter((one) => /^MAIL/i.test(one)).length > 1 },
  },
  {
    words: 'on the submission port alone',
    server: { before: "postconf -P 'submission/inet/mynetworks=0.0.0.0/0'" },
  },
];

function mutant(name: string): string {
  const found = mutants.find((one) => one.name === name);
  if (found?.before === undefined) throw new TypeError(`no mutant is called ${name}`);
  return found.before;
}

/** Takes the address for one of a local user, of whom none is refused, and sends on what the alias makes of it. */
function byAlias(name: string, line: string): string {
  return `cat >/etc/postfix/${name} <<'END'
${line}
END
postconf -e allow_percent_hack=no swap_bangpath=no resolve_dequoted_address=no allow_untrusted_routing=yes \\
  local_recipient_maps= virtual_alias_maps=regexp:/etc/postfix/${name}`;
}

/** Serves its own domain; of others it takes what the opening lets through, and hands it on. */
export function playing(opens: Opens, handOn: (recipient: string) => void): Contrary {
  return (line, { lines }) => {
    if (lines.lastIndexOf('DATA') > lines.lastIndexOf('.')) {
      const recipient = lines.findLast((one) => isForeign(one));
      if (line === '.' && recipient !== undefined) handOn(/[^<:@]+@[^@>]+(?=>)/.exec(recipient)?.[0] ?? '');
      return line === '.' ? '250 2.0.0 Ok: queued' : '';
    }
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    if (line === '' && lines.length === 0) return '220 mail.example.test ESMTP';
    if (verb === 'EHLO' || verb === 'HELO') return '250-mail.example.test\n250 AUTH PLAIN LOGIN';
    if (verb === 'AUTH') return '535 5.7.8 Error: authentication failed';
    if (verb === 'QUIT') return '221 2.0.0 Bye';
    if (verb === 'DATA') return '354 End data with <CR><LF>.<CR><LF>';
    if (verb !== 'RCPT') return '250 2.0.0 Ok';
    if (!lines.some((one) => /^MAIL/i.test(one))) return '503 5.5.1 Error: need MAIL command';
    if (!isForeign(line)) return /alice@/.test(line) ? '250 2.1.5 Ok' : '550 5.1.1 User unknown';
    return opens(line, lines) ? '250 2.1.5 Ok' : '554 5.7.1 Relay access denied';
  };
}

function isForeign(line: string): boolean {
  return /^RCPT/i.test(line) && !/@(mail\.)?example\.test>/i.test(line);
}
