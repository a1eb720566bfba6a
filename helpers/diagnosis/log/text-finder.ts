/**
 * Tells which of many texts stand in another, whatever the case of their letters: one table look-up a byte (Aho and
 * Corasick, 1975), so that a thousand texts cost no more than one.
 */
export class TextFinder {
  readonly #automaton: Automaton;

  constructor(texts: readonly string[]) {
    this.#automaton = buildAutomaton(texts);
  }

  /** Indexes of the texts that stand in it, each once, in the order of their ends. */
  find(text: string): readonly number[] {
    const { classes, next, width, firstReporting, literalsOf } = this.#automaton;
    const bytes = Buffer.from(text);
    const found = new Set<number>();
    let state = 0;
    for (let index = 0; index < bytes.length; index++) {
      state = next[state * width + (classes[bytes[index] as number] as number)] as number;
      if (state >= firstReporting) for (const literal of literalsOf[state] ?? []) found.add(literal);
    }
    return [...found];
  }
}

interface Automaton {
  /** Byte → class; bytes that are in no text share one. */
  readonly classes: Uint8Array;
  /** State and class → state. */
  readonly next: Uint16Array | Uint32Array;
  readonly width: number;
  /** From this state on there is something to report: the end of a text. */
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
  literals.forEach((literal, id) => {
    let node = root;
    for (const byte of Buffer.from(literal)) {
      const byteClass = classes[byte] as number;
      let child = node.children.get(byteClass);
      if (!child) {
        child = newNode();
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
  const next = new (ordered.length < 0xffff ? Uint16Array : Uint32Array)(ordered.length * width);
  for (const node of ordered) {
    for (let byteClass = 0; byteClass < width; byteClass++) {
      const target = node.children.get(byteClass)?.number;
      next[node.number * width + byteClass] =
        target ?? (node.fallback ? (next[node.fallback.number * width + byteClass] as number) : root.number);
    }
  }
  const literalsOf = [...silent, ...reporting].map(({ ends }) => ends);
  return { classes, next, width, firstReporting: silent.length, literalsOf };
}

/** Class 0 is every byte that is in no text. */
function classesOf(literals: readonly string[]) {
  const classes = new Uint8Array(256);
  let width = 1;
  for (const byte of Buffer.from(literals.join(''))) {
    if (classes[byte] !== 0) continue;
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
