/** What a scanner calls for every line in which it found something. `hits` is only valid during the call. */
export type OnLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  lineNumber: number,
  hits: readonly number[],
) => void;

/**
 * Looks for many texts at once in bytes, whatever the case of their letters: one table look-up a byte (Aho and
 * Corasick, 1975), so that a thousand texts cost no more than one.
 */
export class LiteralScanner {
  private readonly automaton: Automaton;
  private readonly everyLine: boolean;

  /** With `everyLine`, lines without any of the texts are reported as well. */
  constructor(literals: readonly string[], everyLine = false) {
    this.automaton = buildAutomaton(literals);
    this.everyLine = everyLine;
  }

  /** Reports the lines of bytes that end with a line feed; returns the number of the next line. */
  scan(bytes: Uint8Array, firstLine: number, onLine: OnLine): number {
    const { classes, next, width, newline, firstReporting, literalsOf } = this.automaton;
    const hits: number[] = [];
    let state = newline;
    let start = 0;
    let lineNumber = firstLine;
    for (let index = 0; index < bytes.length; index++) {
      state = next[state * width + (classes[bytes[index] as number] as number)] as number;
      if (state < firstReporting) continue;
      if (state !== newline) {
        hits.push(...(literalsOf[state] ?? []));
        continue;
      }
      if (this.everyLine || hits.length > 0) onLine(bytes, start, index, lineNumber, hits);
      hits.length = 0;
      lineNumber++;
      start = index + 1;
    }
    return lineNumber;
  }
}

interface Automaton {
  /** Byte → class; bytes that are in no text share one. */
  readonly classes: Uint8Array;
  /** State and class → state. */
  readonly next: Uint16Array | Uint32Array;
  readonly width: number;
  /** The state after a line feed. */
  readonly newline: number;
  /** From this state on there is something to report: the end of a text, or of a line. */
  readonly firstReporting: number;
  readonly literalsOf: readonly (readonly number[])[];
}

interface Node {
  readonly children: Map<number, Node>;
  readonly ends: number[];
  fallback: Node | undefined;
  number: number;
}

function buildAutomaton(literals: readonly string[]): Automaton {
  const { classes, width } = classesOf(literals);
  const root = newNode();
  const nodes = [root];
  literals.forEach((literal, id) => {
    let node = root;
    for (const byte of Buffer.from(literal)) {
      const byteClass = classes[byte] as number;
      let child = node.children.get(byteClass);
      if (!child) {
        child = newNode();
        nodes.push(child);
        node.children.set(byteClass, child);
      }
      node = child;
    }
    node.ends.push(id);
  });
  const ordered = linkFallbacks(root);
  const silent = ordered.filter(({ ends }) => ends.length === 0);
  const reporting = ordered.filter(({ ends }) => ends.length > 0);
  [...silent, ...reporting].forEach((node, number) => {
    node.number = number;
  });
  const newline = ordered.length;
  const next = new (newline < 0xffff ? Uint16Array : Uint32Array)((newline + 1) * width);
  for (const node of ordered) {
    for (let byteClass = 1; byteClass < width; byteClass++) {
      const target = node.children.get(byteClass)?.number;
      next[node.number * width + byteClass] =
        target ?? (node.fallback ? (next[node.fallback.number * width + byteClass] as number) : root.number);
    }
    next[node.number * width] = newline;
  }
  next.copyWithin(newline * width, root.number * width, (root.number + 1) * width);
  const literalsOf = [...silent, ...reporting].map(({ ends }) => ends);
  return { classes, next, width, newline, firstReporting: silent.length, literalsOf };
}

/** Class 0 is the line feed, class 1 is every byte that is in no text. */
function classesOf(literals: readonly string[]) {
  const classes = new Uint8Array(256).fill(1);
  classes[10] = 0;
  let width = 2;
  for (const byte of Buffer.from(literals.join(''))) {
    if (classes[byte] !== 1 || byte === 10) continue;
    classes[byte] = width;
    const letter = String.fromCharCode(byte);
    if (/[a-z]/.test(letter)) classes[letter.toUpperCase().charCodeAt(0)] = width;
    width++;
  }
  return { classes, width };
}

/** Breadth first, so that a node's fall-back, which is nearer to the root, is complete before it. */
function linkFallbacks(root: Node): readonly Node[] {
  const ordered = [root];
  for (const node of ordered) {
    for (const [byteClass, child] of node.children) {
      let fallback = node.fallback;
      while (fallback && !fallback.children.has(byteClass)) fallback = fallback.fallback;
      child.fallback = fallback?.children.get(byteClass) ?? root;
      child.ends.push(...child.fallback.ends);
      ordered.push(child);
    }
  }
  return ordered;
}

function newNode(): Node {
  return { children: new Map(), ends: [], fallback: undefined, number: 0 };
}
