import { type Dialogue, dialogueLine } from './dialogue-line';

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
  return lines.map((line) => {
    const said = dialogueLine(line);
    asked = connecting.exec(line)?.[1]?.toLowerCase() ?? asked;
    if (!said) return line;
    const note = isGreetingOfAnother(said, asked) ? `another server than ${asked} greets` : noteOn(session, said);
    session = after(session, said);
    return note === undefined ? line : `${line.trimEnd()} (session: ${note})`;
  });
}

/** How programs say to whom they connect: PHPMailer, swaks, curl, Roundcube. */
const connecting = /\b(?:[Oo]pening to|Connected to|Connecting to|Trying) ([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\b/;

/** Of a provider whose servers greet with its own name. */
function isGreetingOfAnother(said: Dialogue, asked: string): boolean {
  if (said.from !== 'server' || said.code !== '220') return false;
  const [greets = ''] = said.text.split(' ', 1);
  const names = ofProviders.find((provider) => provider.test(asked));
  return names !== undefined && /\.[a-z]{2,}$/i.test(greets) && /\bE?SMTP\b/i.test(said.text) && !names.test(greets);
}

const ofProviders = [/\b(?:gmail|google)\.com$/i, /\b(?:office365|outlook|hotmail|microsoft)\.com$/i] as const;

/** What has been said since the client connected, or since TLS began. */
interface Session {
  /** The mechanisms of AUTH in the answer to EHLO; undefined where it has no AUTH. */
  readonly offered: readonly string[] | undefined;
  readonly startTls: boolean;
  readonly inTls: boolean;
  /** Whether EHLO was answered. */
  readonly greeted: boolean;
  /** The mechanism of the last AUTH. */
  readonly tried: string | undefined;
  readonly isWaiting: boolean;
  /** Whether nothing was said yet but the mechanism. */
  readonly isBare: boolean;
  readonly loggedIn: boolean;
  readonly hasSender: boolean;
  readonly askedForTls: boolean;
  readonly askedEhlo: boolean;
  readonly saidHelo: boolean;
}

const nothingSaid: Session = {
  offered: undefined,
  startTls: false,
  inTls: false,
  greeted: false,
  tried: undefined,
  isWaiting: false,
  isBare: false,
  loggedIn: false,
  hasSender: false,
  askedForTls: false,
  askedEhlo: false,
  saidHelo: false,
};

const begun = (inTls = false): Session => ({ ...nothingSaid, inTls });

function after(session: Session, said: Dialogue): Session {
  if (said.from === 'client') {
    const { command, argument } = said;
    if (command === 'EHLO') return { ...begun(session.inTls), askedEhlo: true };
    if (command === 'HELO') return { ...begun(session.inTls), saidHelo: true };
    if (command === 'STARTTLS') return { ...session, askedForTls: true };
    if (command === 'AUTH') return { ...session, tried: argument, isWaiting: true, isBare: !said.hasMore };
    if (command === 'MAIL') return { ...session, hasSender: true };
    return command === 'QUIT' ? begun() : session;
  }
  const { code, text } = said;
  if (code === '220') return begun(session.askedForTls);
  if (code === '334') return { ...session, isBare: false };
  if (code === '235') return { ...session, loggedIn: true, isWaiting: false };
  if (session.isWaiting && /^[45]/.test(code)) return { ...session, isWaiting: false };
  if (code !== '250' || session.hasSender) return session;
  const mechanisms = /^AUTH[ =](.+)$/i.exec(text)?.[1]?.trim().toUpperCase().split(/\s+/);
  if (mechanisms) return { ...session, greeted: true, offered: [...(session.offered ?? []), ...mechanisms] };
  if (/^STARTTLS\b/i.test(text)) return { ...session, greeted: true, startTls: true };
  return {
    ...session,
    greeted: session.greeted || session.askedEhlo || /^(?:PIPELINING|SIZE|8BITMIME|ENHANCEDSTATUSCODES)\b/i.test(text),
  };
}

function noteOn(session: Session, said: Dialogue): string | undefined {
  if (said.from === 'client') return said.command === 'QUIT' ? noteOnLeaving(session) : undefined;
  if (!/^[45]/.test(said.code)) return undefined;
  if (session.isWaiting) return noteOnRefusedLogin(session);
  if (!session.hasSender && !session.tried) return undefined;
  if (session.saidHelo && !session.tried && /^5[035]/.test(said.code)) return 'no login, as HELO was said';
  if (session.loggedIn) return 'logged in';
  return session.hasSender && !session.tried && session.greeted ? `no login; ${offers(session)}` : undefined;
}

function noteOnLeaving(session: Session): string | undefined {
  const { greeted, tried, hasSender, askedForTls, inTls } = session;
  return greeted && !tried && !hasSender && (inTls || !askedForTls) ? offers(session) : undefined;
}

function noteOnRefusedLogin({ offered, greeted, tried = '', isBare }: Session): string | undefined {
  if (!offered) return greeted ? `AUTH ${tried} where none is offered` : undefined;
  if (!offered.includes(tried)) return `AUTH ${tried} not offered`;
  if (isBare && tried === 'PLAIN') return 'AUTH PLAIN without an initial response';
  return /-MD5$/.test(tried) && offered.some((one) => one === 'PLAIN' || one === 'LOGIN')
    ? `AUTH ${tried} where PLAIN or LOGIN is offered`
    : undefined;
}

function offers({ offered, startTls, inTls }: Session): string {
  if (offered) return offered.some((one) => usual.has(one)) ? 'AUTH offered' : `AUTH offered with ${offered.join(' ')}`;
  if (inTls) return 'AUTH not offered in TLS';
  return startTls ? 'STARTTLS offered, AUTH not' : 'neither STARTTLS nor AUTH offered';
}

/** What every client can. */
const usual = new Set(['PLAIN', 'LOGIN', 'CRAM-MD5']);
