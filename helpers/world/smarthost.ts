import type { LoginAttempt } from '../model/login-attempt';
import type { RefusingReply } from './refusing-reply';

/** What a smarthost is like; it can be changed while it runs. */
export interface SmarthostManner {
  /** Of PLAIN, LOGIN and CRAM-MD5. */
  readonly mechanisms: readonly string[];
  /** Whether it offers STARTTLS on 587. */
  readonly startTls: boolean;
  /** Whether it refuses logins in the clear. It announces AUTH there all the same, so that who is careless is seen. */
  readonly requireTls: boolean;
  /** What every login gets, whatever its password. */
  readonly loginReply: RefusingReply | undefined;
  /** What clients get instead of a greeting, before the connection is closed. */
  readonly turnAway: RefusingReply | undefined;
}

/** The one who may relay by a smarthost, and what it is like to begin with: as providers are, unless said otherwise. */
export interface SmarthostOptions extends Partial<SmarthostManner> {
  readonly user: string;
  readonly password: string;
  /** Where it is besides 587 and 465, such as 2525. */
  readonly port?: number;
}

/** What the ports of a smarthost have in common: the account, the logins so far, and what it is like at the moment. */
export class Smarthost {
  readonly #options: SmarthostOptions;
  readonly #changes = new Set<Partial<SmarthostManner>>();
  readonly #logins: LoginAttempt[] = [];
  readonly #current = new WeakMap<object, LoginAttempt>();

  constructor(options: SmarthostOptions) {
    this.#options = options;
  }

  /** Every AUTH command so far, in their order; it grows. */
  get logins(): readonly LoginAttempt[] {
    return this.#logins;
  }

  get manner(): SmarthostManner {
    return Object.assign({ ...usual }, this.#options, ...this.#changes);
  }

  /** The change holds until disposed; the latest decides. */
  change(change: Partial<SmarthostManner>): Disposable {
    const own = { ...change };
    this.#changes.add(own);
    return { [Symbol.dispose]: () => void this.#changes.delete(own) };
  }

  /** Takes note of an AUTH command, which may come to nothing. */
  begin(client: object, attempt: Pick<LoginAttempt, 'port' | 'mechanism' | 'tls'>): void {
    const login: LoginAttempt = { at: new Date().toISOString(), ...attempt, user: undefined, accepted: false };
    this.#logins.push(login);
    this.#current.set(client, login);
  }

  /** Judges the AUTH command that the client began: the reply that refuses it, or undefined. */
  judge(client: object, user: string, proves: (password: string) => boolean): RefusingReply | undefined {
    const login = this.#current.get(client);
    const { requireTls, loginReply } = this.manner;
    const known = user === this.#options.user && proves(this.#options.password);
    const refusal = requireTls && !login?.tls ? encryptionRequired : (loginReply ?? (known ? undefined : invalid));
    if (login) Object.assign(login, { user, accepted: refusal === undefined });
    return refusal;
  }
}

const usual: SmarthostManner = {
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  startTls: true,
  requireTls: true,
  loginReply: undefined,
  turnAway: undefined,
};

// RFC 4954 section 6.
const invalid = { code: 535, enhanced: '5.7.8', text: 'Authentication credentials invalid' };
const encryptionRequired = { code: 538, enhanced: '5.7.11', text: 'Encryption required' };
