import { randomBytes } from 'node:crypto';
import { maskLine } from '../maillog/mask-line';
import { relatedLines } from '../maillog/related-lines';
import type { Answer } from '../model/answer';
import type { Evidence } from '../model/evidence';
import type { RelayedMessage } from '../model/relayed-message';
import type { Transcript } from '../model/transcript';
import { inWords } from '../smtp/answers';
import { nothingMasked, remember, withoutSecrets } from '../smtp/masking';
import { type NodemailerOptions, type NodemailerResult, sendWithNodemailer } from '../smtp/nodemailer-session';
import type { SessionOptions } from '../smtp/session-options';
import type { WireSession } from '../smtp/wire-session';
import type { Target, TargetFacts, Variant } from '../targets/target';
import { unhurried } from '../unhurried';
import { arrival, waits } from './arrival';
import { markerComesThrough } from './marker';
import { openSession, sessionOptions } from './open-session';
import { isHeldBack } from './patience';
import type { Route } from './route';

/**
 * What the sink got of a client: a message; nothing, as a later one that came shows; or that can not be told, since no later one
 * came either. `waiting`: nothing so far, while a later one came; but the log says that the server tries to pass it on, and why it could not.
 */
export type Relayed =
  | { readonly kind: 'message'; readonly message: RelayedMessage }
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'nothing' | 'can not tell' };

/** What a client of a target has in hand: sessions to the target, its sink and log. It keeps the evidence of all that is done. */
export class Probe implements AsyncDisposable {
  readonly facts: TargetFacts;
  readonly target: Target;
  /** Occurs in every address and EHLO name of this client, so that its traces are found in log and sink. */
  readonly token: string;
  /** Whether everything is to be tried that can be, however long that takes. */
  readonly thorough: boolean;
  readonly #showSecrets: boolean;
  readonly #secrets: readonly string[];
  /** Where log, sink and DNS were before it: its token occurs in nothing that came earlier. */
  readonly #since: number;
  readonly #messagesBefore: number;
  readonly #queriesBefore: number;
  readonly #sessions: WireSession[] = [];
  readonly #transcripts: Transcript[] = [];
  readonly #notes: string[] = [];
  readonly #elsewhere: Probe[] = [];

  /** `secrets`: passwords and tokens that are none of the target's, which its log may quote. */
  constructor(
    target: Target,
    {
      showSecrets = false,
      thorough = false,
      token = `t${randomBytes(5).toString('hex')}`,
      secrets = [],
    }: {
      readonly showSecrets?: boolean;
      readonly thorough?: boolean;
      readonly token?: string;
      readonly secrets?: readonly string[];
    } = {},
  ) {
    this.target = target;
    this.facts = target.facts;
    this.token = token;
    this.thorough = thorough;
    this.#showSecrets = showSecrets;
    const { user, guessed } = target.facts;
    this.#secrets = [user.password, user.accessToken ?? [], guessed?.password ?? [], secrets].flat();
    this.#since = target.log.position;
    this.#messagesBefore = target.sink.messages.length;
    this.#queriesBefore = target.dns.queries.length;
  }

  get sender(): string {
    return `from-${this.token}@${this.facts.senderDomain}`;
  }

  get foreignRecipient(): string {
    return `to-${this.token}@${this.facts.foreignDomain}`;
  }

  /** The same client on a changed server of the target's kind, given back with this one. */
  async on(variant: Variant): Promise<Probe> {
    const target = await this.target.variant(variant);
    const probe = new Probe(target, {
      showSecrets: this.#showSecrets,
      token: this.token,
      secrets: this.#secrets,
    });
    this.#elsewhere.push(probe);
    return probe;
  }

  /** Opens a session in which EHLO has been said. Throws `NotServed` where the server gives no such session. */
  async open(route: Route): Promise<WireSession> {
    const session = await this.tryToOpen(route);
    if (!session.extensions) throw new NotServed(session);
    return session;
  }

  /** The same for who asks about the opening itself: its greeting may be anything. Ended with the probe. */
  async tryToOpen(route: Route, choices: Pick<SessionOptions, 'ehlo' | 'tls' | 'trust'> = {}): Promise<WireSession> {
    const session = await openSession(this.target, route, { ...this.#choices, ...choices });
    this.#sessions.push(session);
    return session;
  }

  /** Sends one mail as an application would. */
  async sendByNodemailer(
    route: Route,
    mail: Pick<NodemailerOptions, 'from' | 'to' | 'message' | 'credentials' | 'method'>,
  ): Promise<NodemailerResult> {
    const result = await sendWithNodemailer({ ...sessionOptions(this.target, route, this.#choices), ...mail });
    this.#transcripts.push(result.transcript);
    return result;
  }

  /**
   * What the sink got of this client. Waits for the message where the server took it (`answer`, to the end of DATA);
   * else, and where the server settles it otherwise, until a later message came through.
   */
  async relayed(answer?: Answer): Promise<Relayed> {
    const isOurs = (message: RelayedMessage) => carries(message, this.token);
    // Where no log tells what becomes of what was taken, the marker is there for it soon enough.
    const timeoutMs = unhurried(this.facts.log === 'postfix' ? 10_000 : 5_000);
    const arrived = answer && (await arrival(this.target, isOurs, { answer, since: this.#since, timeoutMs }));
    const already = arrived ?? this.target.sink.find(isOurs);
    if (already) return { kind: 'message', message: already };
    // Where nothing comes through, what waits may wait for a filter of the server's own.
    if (!(await markerComesThrough(this.target))) return { kind: 'can not tell' };
    const late = this.target.sink.find(isOurs);
    if (late) return { kind: 'message', message: late };
    const why = answer && waits(this.target, { answer, since: this.#since });
    return why === undefined ? { kind: 'nothing' } : { kind: 'waiting', why };
  }

  /** The lines that the server logged about this client so far. */
  get logLines(): readonly string[] {
    return relatedLines(this.target.log.linesSince(this.#since), this.token);
  }

  /** Waits until the server has logged enough about this client; the lines so far when it never does. */
  async logged(
    enough: (lines: readonly string[]) => boolean,
    timeoutMs = unhurried(5_000),
  ): Promise<readonly string[]> {
    const enoughOfOurs = (lines: readonly string[]) => enough(relatedLines(lines, this.token));
    await this.target.log.when(enoughOfOurs, { since: this.#since, timeoutMs });
    return this.logLines;
  }

  /** What has happened to the servers that were asked, so that what was seen says nothing of them. */
  async trouble(): Promise<string | undefined> {
    const all = await Promise.all([this, ...this.#elsewhere].map(({ target }) => target.trouble()));
    return all.find((one) => one !== undefined);
  }

  /** Whether a log of theirs has come to its end, as when a container ends. */
  get logEnded(): boolean {
    return [this, ...this.#elsewhere].some(({ target }) => target.log.ended);
  }

  /** Whether silence is explained by the log of one of them. */
  get heldBack(): boolean {
    return [this, ...this.#elsewhere].some(({ target }) => isHeldBack(target));
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  /** Adds the evidence of something that was observed elsewhere. */
  addTranscripts(transcripts: readonly Transcript[]): void {
    this.#transcripts.push(...transcripts);
  }

  evidence(): Evidence {
    const masking = remember(nothingMasked, this.#secrets);
    const own: Evidence = {
      transcripts: [...this.#transcripts, ...this.#sessions.map(({ transcript }) => transcript)],
      logLines: this.#showSecrets
        ? this.logLines
        : this.logLines.map((line) => withoutSecrets(maskLine(line), masking)),
      relayed: this.target.sink.messages.slice(this.#messagesBefore).filter((message) => carries(message, this.token)),
      dnsQueries: this.target.dns.queries.slice(this.#queriesBefore).filter(({ name }) => name.includes(this.token)),
      notes: this.#notes,
    };
    return this.#elsewhere.map((probe) => probe.evidence()).reduce(joined, own);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#sessions, ...this.#elsewhere].map((one) => one[Symbol.asyncDispose]()));
    await Promise.all(this.#elsewhere.map(({ target }) => target[Symbol.asyncDispose]()));
  }

  get #choices() {
    return { clientName: `${this.token}.${this.facts.senderDomain}`, showSecrets: this.#showSecrets };
  }
}

/** That the server gave no session in which anything could be asked. */
class NotServed extends Error {
  constructor({ transcript, opened }: WireSession) {
    super(`no session ${transcript.title}: ${inWords(opened)}`);
    this.name = 'NotServed';
  }
}

function joined(first: Evidence, second: Evidence): Evidence {
  return {
    transcripts: [...first.transcripts, ...second.transcripts],
    logLines: [...first.logLines, ...second.logLines],
    relayed: [...first.relayed, ...second.relayed],
    dnsQueries: [...first.dnsQueries, ...second.dnsQueries],
    notes: [...first.notes, ...second.notes],
  };
}

function carries({ mailFrom, rcptTo, headers }: RelayedMessage, token: string): boolean {
  return [mailFrom, ...rcptTo, ...headers.map(({ value }) => value)].some((text) => text.includes(token));
}

/** The message, if there is one. */
export function messageOf(relayed: Relayed): RelayedMessage | undefined {
  return relayed.kind === 'message' ? relayed.message : undefined;
}
