import type { Answer, Reply } from '../model/answer';
import { hasCode } from './answers';
import { type SaslMechanism, UnanswerableChallenge } from './sasl/mechanism';

/** Sends one line and waits for the answer to it. */
export type Ask = (line: string) => Promise<Answer>;

/** How an exchange is led. */
export interface AuthOptions {
  /** Whether what the client says first goes with the AUTH command; by default it does. */
  readonly initialResponse?: boolean;
  /** Told why an exchange is cancelled. */
  readonly onCancel?: (reason: string) => void;
}

/** Leads a whole exchange, RFC 4954 section 4, to the first answer that is no challenge. */
export async function authExchange(mechanism: SaslMechanism, ask: Ask, options: AuthOptions = {}): Promise<Answer> {
  const early = (options.initialResponse ?? true) ? mechanism.initialResponse : undefined;
  let answer = await ask(
    early === undefined ? `AUTH ${mechanism.name}` : `AUTH ${mechanism.name} ${encodeEarly(early)}`,
  );
  let owed = early === undefined ? mechanism.initialResponse : undefined;
  for (let challenges = 1; hasCode(answer, 334); challenges++) {
    const response = challenges > mostChallenges ? new Error('there is no end to the challenges') : respond(answer);
    if (response instanceof Error) {
      options.onCancel?.(response.message);
      return ask('*');
    }
    answer = await ask(response.toString('base64'));
  }
  return answer;

  function respond(challenge: Reply): Buffer | UnanswerableChallenge {
    const first = owed;
    owed = undefined;
    try {
      return first ?? mechanism.respond(Buffer.from(challenge.lines[0] ?? '', 'base64'));
    } catch (error) {
      if (error instanceof UnanswerableChallenge) return error;
      throw error;
    }
  }
}

/** No mechanism here has more than two. */
const mostChallenges = 8;

/** An empty initial response is `=`, so that it is not taken for none. */
function encodeEarly(response: Buffer): string {
  return response.length === 0 ? '=' : response.toString('base64');
}
