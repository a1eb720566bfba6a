import { type Dialogue, dialogueLine } from './dialogue-line';
import { plainCredentials } from './plain-credentials';
import { after, begun, type ShownSession } from './shown-session';

/**
 * The lines of a text in which a client shows its session (swaks, `-v` of msmtp and curl, PHPMailer, smtplib, telnet), where it tells
 * more than its lines one by one: behind the line that ends a login, a mail or the session stands what came before.
 *
 *   Send: QUIT (session: STARTTLS offered, AUTH not)
 *   554 5.7.1 <bob@example.org>: Relay access denied (session: logged in)
 */
export function withSessionNotes(lines: readonly string[]): readonly string[] {
  let session = begun();
  let asked = '';
  const said = lines.map(dialogueLine);
  const errors = errorsIn(lines, said);
  // Who shows no more than the answer to EHLO means what is not in it.
  const last = said.findLastIndex((one) => one !== undefined);
  let isUngreeted = false;
  return lines.map((line, index) => {
    const one = said[index];
    asked = connecting.exec(line)?.[1]?.toLowerCase() ?? asked;
    const isEnd = isUngreeted && /^Connection closed by foreign host/.test(line);
    isUngreeted = one ? isUngreeted && one.from === 'client' : isUngreeted || /^Escape character is /.test(line);
    let note =
      (isEnd ? 'closed before a greeting' : undefined) ??
      noteOnRefusal(line, errors) ??
      (one ? noteOnDialogue(session, one, asked) : noteOnError(session, line, errors));
    if (one) session = after(session, one);
    if (index === last && one && endsWithEhlo(session, one)) note ??= noteOnLeaving(session);
    return note === undefined ? line : `${line.trimEnd()} (session: ${note})`;
  });
}

function noteOnDialogue(session: ShownSession, said: Dialogue, asked: string): string | undefined {
  return isGreetingOfAnother(said, asked) ? `another server than ${asked} greets` : noteOn(session, said);
}

function endsWithEhlo({ askedEhlo }: ShownSession, said: Dialogue): boolean {
  return askedEhlo && said.from === 'server' && said.code === '250' && said.isLast;
}

/** What the lines between those of the sessions tell of all of them. */
interface Errors {
  /** Whether what comes in TLS is none. */
  readonly inClear: boolean;
  /** Whether a client that shows only what it says itself goes from EHLO to QUIT. */
  readonly givesUpBeforeAuth: boolean;
  /** Whether the client tried STARTTLS though it was not offered. */
  readonly withoutStarttls: boolean;
  /** The provider with whom the user who logs in has his address. */
  readonly provider: string | undefined;
}

function errorsIn(lines: readonly string[], said: readonly (Dialogue | undefined)[]): Errors {
  const commands = said.flatMap((one) => (one?.from === 'client' ? one.command : [])).join();
  return {
    inClear: lines.some((line) => noHandshake.test(line)),
    provider: lines.flatMap((line) => providerOf(line) ?? [])[0],
    withoutStarttls: lines.some((line) => startsTlsAnyway.test(line)),
    givesUpBeforeAuth: !said.some((one) => one?.from === 'server') && /^(?:EHLO,QUIT,?)+$/.test(commands),
  };
}

/** The domain of a user name that is shown as LOGIN sends it. */
function providerOf(line: string): string | undefined {
  const answer = /(?:^|[ '>])((?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)(?:\\r\\n'?)?$/.exec(
    line,
  )?.[1];
  return answer && /^[\w.+-]+@((?:gmail|googlemail|outlook|hotmail|live|yahoo)\.[a-z.]+)$/.exec(atob(answer))?.[1];
}

/** No provider has Exim, whose words these are. */
function noteOnRefusal(line: string, { provider }: Errors): string | undefined {
  return provider && /\b535 Incorrect authentication data/.test(line)
    ? `a user of ${provider}, refused in Exim's words`
    : undefined;
}

function noteOnError({ isBehindStarttls }: ShownSession, line: string, errors: Errors): string | undefined {
  if (isBehindStarttls && errors.inClear && (noHandshake.test(line) || noTls.test(line)))
    return 'STARTTLS was answered with 220';
  if (isBehindStarttls && /\bConnection closed$/.test(line)) return 'closed behind STARTTLS';
  if (errors.withoutStarttls && noHandshake.test(line)) return 'STARTTLS was not offered';
  return errors.givesUpBeforeAuth && failsAtLogin.test(line) ? 'EHLO answered, AUTH not said' : undefined;
}

/** Java; OpenSSL in Python, Node.js and others; Go. */
const noHandshake =
  /Unrecognized SSL message, plaintext connection|Unsupported or unrecognized SSL message|wrong version number|WRONG_VERSION_NUMBER|first record does not look like a TLS handshake/;

/** openssl s_client. */
const startsTlsAnyway = /[Dd]idn't find (?:starttls|STARTTLS) in server response, try/;

/** Jakarta Mail, whatever it is. */
const noTls = /Could not convert socket to TLS/;

/** PHPMailer's, which says the second of a login that it can't begin, too. */
const failsAtLogin = /SMTP Error: Could not authenticate|SMTP connect\(\) failed/;

/** How programs say to whom they connect: PHPMailer, swaks, curl, Roundcube. */
const connecting =
  /\b(?:[Oo]pening to|Connected to|Connecting to|Trying|Start connection to) (?:"?\w+:\/\/)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\b/;

/** Of a provider whose servers greet with its own name. */
function isGreetingOfAnother(said: Dialogue, asked: string): boolean {
  if (said.from !== 'server' || said.code !== '220') return false;
  const [greets = ''] = said.text.split(' ', 1);
  const names = ofProviders.find((provider) => provider.test(asked));
  return names !== undefined && /\.[a-z]{2,}$/i.test(greets) && /\bE?SMTP\b/i.test(said.text) && !names.test(greets);
}

const ofProviders = [
  /\b(?:gmail|google)\.com$/i,
  /\bmailgun\.(?:org|com)$/i,
  /\bsendgrid\.(?:net|com)$/i,
  /\bamazonaws\.com$/i,
  /\bzoho(?:mail)?\.(?:com|eu|in)$/i,
  /\b(?:office365|outlook|hotmail|microsoft)\.com$/i,
] as const;

function noteOn(session: ShownSession, said: Dialogue): string | undefined {
  if (said.from === 'client') return said.command === 'QUIT' ? noteOnLeaving(session) : undefined;
  if (session.isInitial && session.tried === 'LOGIN' && userName.test(`${said.code} ${said.text}`))
    return 'the user name is asked for again';
  if (!/^[45]/.test(said.code)) return undefined;
  if (session.isWaiting) return said.code === '530' ? undefined : noteOnRefusedLogin(session);
  if (session.askedForTls && !session.startTls && session.greeted && /^50/.test(said.code))
    return 'STARTTLS where none is offered';
  if (!session.hasSender && !session.tried) return undefined;
  if (session.saidHelo && !session.tried && /^(?!501)5[035]/.test(said.code)) return 'no login, as HELO was said';
  if (session.loggedIn) return 'logged in';
  if (session.hadLogin && session.hasSender) return 'logged in, then EHLO';
  return session.hasSender && !session.tried && session.greeted ? `no login; ${offers(session)}` : undefined;
}

/** LOGIN's first question, in the two cases that are in use. */
const userName = /^334 (?:VXNlcm5hbWU6|dXNlcm5hbWU6|VXNlciBOYW1l)/;

function noteOnLeaving(session: ShownSession): string | undefined {
  const { greeted, tried, hasSender, askedForTls, inTls, hadLogin } = session;
  if (hadLogin && !hasSender) return 'logged in, then EHLO';
  return greeted && !tried && !hasSender && (inTls || !askedForTls) ? offers(session) : undefined;
}

function noteOnRefusedLogin({ offered, greeted, tried = '', isBare, ...session }: ShownSession): string | undefined {
  if (tried === 'XOAUTH2' || tried === 'OAUTHBEARER') return `AUTH ${tried} refused`;
  if (!offered && greeted) return `AUTH ${tried} where none is offered`;
  if (!offered) return /-MD5$/.test(tried) ? `AUTH ${tried}, and what is offered is not shown` : undefined;
  if (!offered.includes(tried)) return `AUTH ${tried} not offered`;
  if (isBare && tried === 'PLAIN') return 'AUTH PLAIN without an initial response';
  if (session.saidNothing) return `AUTH ${tried} with an empty answer`;
  if (tried === 'PLAIN' && session.initial) {
    const plain = plainCredentials(session.initial);
    if (plain !== undefined) return `AUTH PLAIN ${plain}`;
  }
  return /-MD5$/.test(tried) && offered.some((one) => one === 'PLAIN' || one === 'LOGIN')
    ? `AUTH ${tried} where PLAIN or LOGIN is offered`
    : undefined;
}

function offers({ offered, startTls, inTls }: ShownSession): string {
  if (offered) return offered.some((one) => usual.has(one)) ? 'AUTH offered' : `AUTH offered with ${offered.join(' ')}`;
  if (inTls) return 'AUTH not offered in TLS';
  return startTls ? 'STARTTLS offered, AUTH not' : 'neither STARTTLS nor AUTH offered';
}

/** What every client can. */
const usual = new Set(['PLAIN', 'LOGIN', 'CRAM-MD5']);
