import type { FailureMode, LogSign } from '../model/failure-mode';
import type { IndexedSign } from './sign-index';

/** What a line says by the signs that match it. Lines that say the same have one and the same claim. */
export interface Claim {
  /** They are numbered as they are made. */
  readonly number: number;
  readonly matched: readonly IndexedSign[];
  readonly programIsKnown: boolean;
  /** The signs that count, a sign for each mode that has it. */
  readonly counting: readonly IndexedSign[];
  /** The modes that it names or suggests. */
  readonly telling: readonly FailureMode[];
  /** Ids of the modes that it only suggests. */
  readonly suggested: readonly string[];
  readonly names: boolean;
  /** The lines that go with what it names, and follow in the same session. */
  readonly due: readonly LogSign[];
}

/** Makes claims, one for each combination of signs. */
export class Claims {
  readonly #known = new Map<string, Claim>();
  readonly #numbers = new Map<IndexedSign, number>();

  /** The claim of a line that these signs match; undefined where there are none. Of some lines the program isn't known. */
  of(matched: readonly IndexedSign[], { programIsKnown = true } = {}): Claim | undefined {
    return this.#make(matched, programIsKnown ? 'none' : 'of the program');
  }

  /** The claim of a line of which only so much is known that it is one of those that make these claims. */
  oneOf(claims: readonly Claim[]): Claim | undefined {
    const [first] = claims;
    if (claims.every((one) => one === first)) return first;
    return this.#make([...new Set(claims.flatMap(({ matched }) => matched))], 'of the line');
  }

  #make(matched: readonly IndexedSign[], doubt: Doubt): Claim | undefined {
    if (matched.length === 0) return undefined;
    const key = `${matched.map((sign) => this.#numberOf(sign)).join()} ${doubt}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = makeClaim(matched, this.#known.size, doubt);
    this.#known.set(key, made);
    return made;
  }

  /** The claim of a line that is only thought to have said so; what is harmless stays so. */
  inDoubt(claim: Claim): Claim | undefined {
    return claim.telling.every(({ kind }) => kind === 'noise') ? claim : this.#make(claim.counting, 'of the line');
  }

  /** The same line where it only goes with one before it. */
  accompanying({ matched }: Claim): Claim | undefined {
    return this.of(matched.filter(({ sign }) => sign.strength === 'accompanies'));
  }

  #numberOf(sign: IndexedSign): number {
    const known = this.#numbers.get(sign);
    if (known !== undefined) return known;
    this.#numbers.set(sign, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** What is not known of a line, so that signs of several modes match it. */
type Doubt = 'none' | 'of the program' | 'of the line';

/** A sign that would name its mode, were it known which program has written the line: it suggests it, no more. */
export function doubted(sign: LogSign): LogSign {
  const known = doubtedSigns.get(sign) ?? { ...sign, strength: 'suggests' };
  doubtedSigns.set(sign, known);
  return known;
}

const doubtedSigns = new WeakMap<LogSign, LogSign>();

/** Where several modes are named by a line, none of them is certain; one that is harmless counts where only the program tells it apart. */
function withDoubt(matched: readonly IndexedSign[], doubt: Doubt): readonly IndexedSign[] {
  const naming = matched.filter(({ sign }) => sign.strength === 'names');
  const ofProgram = doubt === 'of the program' && naming.some(({ sign }) => sign.program);
  const rivals = new Set(naming.flatMap(({ mode }) => (ofProgram || mode.kind !== 'noise' ? [mode] : [])));
  const isDoubtful = doubt === 'of the line' || rivals.size > 1;
  if (!isDoubtful) return matched;
  return matched.map((one) => (naming.includes(one) ? { ...one, sign: doubted(one.sign) } : one));
}

/**
 * A line that a sign names has been explained: it suggests nothing else; and where it is noise, it accompanies nothing
 * else either.
 */
function makeClaim(matched: readonly IndexedSign[], number: number, doubt: Doubt): Claim {
  const weighed = withDoubt(matched, doubt);
  const naming = weighed.filter(({ sign }) => sign.strength === 'names');
  const named = new Set(naming.map(({ mode }) => mode));
  const harmless = [...named].some(({ kind }) => kind === 'noise');
  const counting = weighed.filter(
    ({ mode, sign }) => named.size === 0 || named.has(mode) || (sign.strength === 'accompanies' && !harmless),
  );
  const modesOf = (signs: readonly IndexedSign[]) => [...new Set(signs.map(({ mode }) => mode))];
  return {
    number,
    matched,
    programIsKnown: doubt !== 'of the program',
    counting,
    telling: modesOf(counting.filter(({ sign }) => sign.strength !== 'accompanies')),
    suggested: modesOf(counting.filter(({ sign }) => sign.strength === 'suggests')).map(({ id }) => id),
    names: naming.length > 0,
    due: naming.flatMap(({ mode }) => mode.symptoms.log.filter(({ strength }) => strength === 'accompanies')),
  };
}
