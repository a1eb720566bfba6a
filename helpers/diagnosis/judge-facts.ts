import { maskLine } from '../maillog/mask-line';
import type { FoundFact, FoundLine, OpenQuestion } from '../model/diagnosis';
import type { FactSign, FailureMode, ServerFacts, Setting } from '../model/failure-mode';
import { parameterNames } from '../postfix/parameter-names';

/** What the configuration says of a mode. */
export interface FactJudgement {
  readonly held: readonly FoundFact[];
  /** Whether a fact is known to be otherwise than on a server with this mode. */
  readonly contradicted: boolean;
  readonly open: readonly OpenQuestion[];
  /** Whether the facts alone show it. */
  readonly shown: boolean;
  /** Whether a fact alone makes it possible. */
  readonly suggested: boolean;
}

/** Looks up every fact of a mode. */
export function judgeFacts({ symptoms }: FailureMode, facts: ServerFacts): FactJudgement {
  // Of a piece of a configuration the facts that show nothing by themselves are taken as they are by default, beside one that does.
  const mainlyAlone = symptoms.facts.some(({ alone }) => alone !== undefined);
  const judged = symptoms.facts.map((fact) => ({
    fact,
    ...lookUp(fact, facts, { mayBeSet: fact.alone !== undefined || !mainlyAlone }),
  }));
  const held = judged.filter(({ holds }) => holds === true);
  return {
    held: held.map(({ fact, places }) => ({ words: fact.words, places })),
    contradicted: judged.some(({ holds }) => holds === false),
    open: judged.filter(({ holds }) => holds === undefined).map(({ fact }) => ({ words: fact.words, look: fact.look })),
    shown: held.length === judged.length && held.some(({ fact }) => fact.alone === 'shows'),
    suggested: held.some(({ fact }) => fact.alone === 'suggests'),
  };
}

/** Asks a fact of the facts, and notes which settings it goes by. */
function lookUp(fact: FactSign, facts: ServerFacts, { mayBeSet }: { readonly mayBeSet: boolean }) {
  const places: FoundLine[] = [];
  const mainCf = facts.mainCf && watched(facts.mainCf, ' = ', places);
  const smtpdConf = facts.smtpdConf && watched(facts.smtpdConf, ': ', places);
  let goesByMainCf = false;
  const watchedFacts: ServerFacts = {
    ...facts,
    get mainCf() {
      goesByMainCf = true;
      return mainCf;
    },
    smtpdConf,
  };
  try {
    const holds = fact.holds(watchedFacts);
    const restsOnAbsence = goesByMainCf && places.length === 0 && isExcerpt(facts);
    return { holds: mayBeSet && restsOnAbsence ? undefined : holds, places };
  } catch {
    // A fact that stumbles over a strange configuration tells nothing; the others still do.
    return { holds: undefined, places };
  }
}

/** A few lines that somebody has pasted: what is not among them may well be set. */
function isExcerpt({ mainCf, masterCf }: ServerFacts): boolean {
  if (mainCf === undefined || (masterCf?.length ?? 0) >= fewestServices) return false;
  // Variables of an image may stand among them.
  const names = [...mainCf.keys()].filter((name) => parameterNames.has(name));
  return names.length < fewestParameters || isCutOff(names);
}

/** What `postconf -n` prints, in the order of the alphabet, without its end: no server is without a setting of smtpd. */
function isCutOff(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  return last < 'smtp' && names.every((name, index) => (names[index - 1] ?? '') <= name);
}

/** Of a main.cf and a master.cf that somebody has given whole. */
const fewestParameters = 10;
const fewestServices = 5;

function watched(settings: ReadonlyMap<string, Setting>, sign: string, places: FoundLine[]) {
  const copy = new Map(settings);
  const note = (name: string) => {
    const setting = settings.get(name);
    if (!setting || places.some(({ file, line }) => file === setting.file && line === setting.line)) return;
    places.push({ file: setting.file, line: setting.line, text: maskLine(`${name}${sign}${setting.value}`) });
  };
  copy.get = (name) => {
    note(name);
    return settings.get(name);
  };
  copy.has = (name) => {
    note(name);
    return settings.has(name);
  };
  return copy;
}
