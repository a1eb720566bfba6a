import type { Dialogue } from './dialogue-line';

/** What has been said in a session that a program shows, since the client connected, or since TLS began. */
export interface ShownSession {
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
  /** What stood behind the mechanism. */
  readonly initial: string | undefined;
  /** Whether a question was answered with nothing. */
  readonly saidNothing: boolean;
  /** Whether an answer stood behind it, and nothing was said since. */
  readonly isInitial: boolean;
  /** Whether STARTTLS was answered with 220, and nothing was said since. */
  readonly isBehindStarttls: boolean;
  readonly loggedIn: boolean;
  /** Whether a login stood before the last EHLO. */
  readonly hadLogin: boolean;
  readonly hasSender: boolean;
  readonly askedForTls: boolean;
  readonly askedEhlo: boolean;
  readonly saidHelo: boolean;
}

const nothingSaid: ShownSession = {
  offered: undefined,
  startTls: false,
  inTls: false,
  greeted: false,
  tried: undefined,
  isWaiting: false,
  isBare: false,
  initial: undefined,
  saidNothing: false,
  isInitial: false,
  isBehindStarttls: false,
  loggedIn: false,
  hadLogin: false,
  hasSender: false,
  askedForTls: false,
  askedEhlo: false,
  saidHelo: false,
};

export const begun = (inTls = false): ShownSession => ({ ...nothingSaid, inTls });

export function after(session: ShownSession, said: Dialogue): ShownSession {
  if (said.from === 'client') {
    const { command, argument } = said;
    if (command === 'EHLO')
      return { ...begun(session.inTls), askedEhlo: true, hadLogin: session.loggedIn || session.hadLogin };
    if (command === 'HELO') return { ...begun(session.inTls), saidHelo: true };
    if (command === 'STARTTLS') return { ...session, askedForTls: true };
    if (command === 'AUTH')
      return { ...session, tried: argument, isWaiting: true, ...initially(said.more), saidNothing: false };
    if (command === '') return { ...session, saidNothing: session.isWaiting && !session.isBare };
    if (command === 'MAIL') return { ...session, hasSender: true };
    return command === 'QUIT' ? begun() : session;
  }
  const { code, text } = said;
  if (code === '220') return { ...begun(session.askedForTls), isBehindStarttls: session.askedForTls };
  if (code === '334') return { ...session, isBare: false, isInitial: false };
  if (code === '235') return { ...session, loggedIn: true, isWaiting: false };
  if (session.isWaiting && /^[45]/.test(code)) return { ...session, isWaiting: false };
  if (code !== '250' || session.hasSender) return session;
  // Where a page has left the ends of the lines out: 250-PIPELINING250-AUTH PLAIN LOGIN250-STARTTLS; hMailServer: [nl]
  const mechanisms = /(?:^|250[ -])AUTH[ =](.+?)(?=(?:\[nl\])?250[ -]|$)/i
    .exec(text)?.[1]
    ?.trim()
    .toUpperCase()
    .split(/\s+/);
  const startTls = session.startTls || /(?:^|250[ -])STARTTLS\b/i.test(text);
  if (mechanisms) return { ...session, startTls, greeted: true, offered: [...(session.offered ?? []), ...mechanisms] };
  if (startTls) return { ...session, greeted: true, startTls: true };
  return {
    ...session,
    greeted: session.greeted || session.askedEhlo || /^(?:PIPELINING|SIZE|8BITMIME|ENHANCEDSTATUSCODES)\b/i.test(text),
  };
}

function initially(initial: string | undefined): Pick<ShownSession, 'initial' | 'isBare' | 'isInitial'> {
  return { initial, isBare: initial === undefined, isInitial: initial !== undefined };
}
