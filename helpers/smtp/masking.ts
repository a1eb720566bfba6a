/** What has to be remembered from line to line to know what is secret. */
export interface Masking {
  /** That an AUTH command has no final reply yet, RFC 4954 section 4. */
  readonly inExchange: boolean;
  /** What was masked, and what it holds: some servers quote a line that they do not understand, or the password in it. */
  readonly secrets: readonly string[];
}

/** A line fit to be seen by anybody, and the state for the next one. */
export interface MaskedLine {
  readonly text: string;
  readonly masking: Masking;
}

/** The state in which a session begins. */
export const nothingMasked: Masking = { inExchange: false, secrets: [] };

/** Masks a line of the client: the initial response of AUTH, and every line until its final reply. */
export function maskClientLine(line: string, masking: Masking): MaskedLine {
  const auth = /^(\s*AUTH\s+\S+)(.*)$/is.exec(line);
  if (!auth && !masking.inExchange) return { text: withoutSecrets(line, masking), masking };
  const [visible, hidden] = auth ? [auth[1], auth[2] ?? ''] : ['', line];
  const words = hidden.split(/\s+/);
  const secrets = [...words, ...words.flatMap(secretsIn)];
  return {
    text: `${visible}${hidden.replace(/\S+/g, (word) => (isPublic(word) ? word : '<secret>'))}`,
    masking: remember({ ...masking, inExchange: true }, secrets),
  };
}

/**
 * Masks a line of the server: a challenge, which with the response would allow to guess the password. A 334 begins an
 * exchange too, so that one whose AUTH was pipelined after another command is not taken for finished by that one's reply.
 */
export function maskServerLine(line: string, masking: Masking): MaskedLine {
  const challenge = /^334(?:[ -](.*))?$/s.exec(line);
  if (challenge) {
    const text = wellKnownPrompts.has(challenge[1] ?? '') ? line : '334 <challenge>';
    return { text, masking: { ...masking, inExchange: true } };
  }
  const inExchange = masking.inExchange && /^\d{3}-/.test(line);
  return { text: withoutSecrets(line, masking), masking: { ...masking, inExchange } };
}

/** Masks what is neither, such as an error message that quotes a reply. */
export function withoutSecrets(text: string, { secrets }: Masking): string {
  if (secrets.length === 0) return text;
  const { giants, any } = patternOf(secrets);
  const shorn = giants.reduce((rest, secret) => rest.replaceAll(secret, '<secret>'), text);
  return shorn.replace(any, '<secret>');
}

interface SecretsPattern {
  /** Of the length of a whole line of many kilobytes no pattern can be made. */
  readonly giants: readonly string[];
  readonly any: RegExp;
}

/** Every line of a session is looked through for the same secrets. */
const patterns = new WeakMap<readonly string[], SecretsPattern>();

function patternOf(secrets: readonly string[]): SecretsPattern {
  const known = patterns.get(secrets);
  if (known !== undefined) return known;
  // All at once, and the longest first: a secret may be part of another one, or be the word by which it is masked.
  const longestFirst = ['<secret>', ...secrets].sort((a, b) => b.length - a.length);
  const giants = longestFirst.filter((secret) => secret.length > mostInPattern);
  const any = longestFirst
    .slice(giants.length)
    .map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|');
  const pattern = { giants, any: new RegExp(any, 'g') };
  patterns.set(secrets, pattern);
  return pattern;
}

const mostInPattern = 1_000;

/** The state in which these are masked wherever they occur, unless they are too short for that. */
export function remember(masking: Masking, secrets: readonly string[]): Masking {
  const long = secrets.filter((secret) => secret.length >= shortestRemembered);
  // In a line that is not UTF-8 as a whole, what is UTF-8 in it is read byte by byte (decodeText).
  const known = [...masking.secrets, ...long, ...long.map((secret) => Buffer.from(secret).toString('latin1'))];
  return { ...masking, secrets: [...new Set(known)] };
}

/** `Username:` and `Password:`, by which AUTH LOGIN asks; PLAIN asks with nothing. */
const wellKnownPrompts: ReadonlySet<string> = new Set(['VXNlcm5hbWU6', 'UGFzc3dvcmQ6', '']);

/** Words shorter than the base64 of one byte occur in innocent text too. */
const shortestRemembered = 4;

/**
 * What is secret in a response, beside the whole of it: the password that PLAIN sends, behind the second NUL (RFC 4616), the proof of
 * SCRAM (RFC 5802 section 7), the digest of DIGEST-MD5 (RFC 2831 section 2.1.2) and that of CRAM-MD5 (RFC 2195 section 2).
 */
function secretsIn(response: string): readonly string[] {
  const said = Buffer.from(response, 'base64').toString();
  const proofs = [/(?:^|,)p=([^,]+)/, /(?:^|,)response="?([0-9a-f]{32})/i, / ([0-9a-f]{32})$/i];
  return [...said.split('\0').slice(2, 3), ...proofs.flatMap((proof) => proof.exec(said)?.[1] ?? [])];
}

/** An empty initial response and the cancelling of an exchange say nothing about a user. */
function isPublic(word: string): boolean {
  return word === '=' || word === '*';
}
