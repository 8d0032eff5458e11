import { parseGlob, type Glob, type GlobSegment } from './glob.ts';

/** A list of patterns that lets a path in, and the pattern by which it does. */
export interface Match {
  /** Index of the list. */
  list: number;
  pattern: string;
}

export interface PathMatcher {
  match: (path: string) => readonly Match[];
  /** Lists that may let in something below `folder`, whatever lies there; in doubt they do. */
  matchBelow: (folder: string) => readonly Match[];
}

/**
 * Matches paths against many lists of patterns at once: all patterns stand in one trie of segments,
 * which is walked as an automaton whose states are made when a path first needs them. Paths share
 * folders and patterns share prefixes, so few states are ever made, and a path costs a look-up per
 * segment however many patterns there are.
 */
export function compileLists(lists: readonly (readonly string[])[]): PathMatcher {
  const patterns: Pattern[] = [];
  const root = newNode();
  for (const [list, texts] of lists.entries()) {
    for (const text of texts) {
      const pattern = { ...parseGlob(text), list, order: patterns.length };
      patterns.push(pattern);
      if (pattern.form.kind === 'segmented') insert(root, pattern.form.segments, pattern.order);
    }
  }
  const irregular = patterns.flatMap(({ form, order }) =>
    form.kind === 'irregular' ? [{ regExp: form.regExp, order }] : [],
  );
  const automaton = new Automaton(root, patterns);
  return {
    match: (path) => {
      const state = automaton.walk(path);
      if (irregular.length === 0) return automaton.matches(state);
      const more = irregular.filter(({ regExp }) => regExp.test(path)).map(({ order }) => order);
      return more.length === 0
        ? automaton.matches(state)
        : decide(patterns, [...automaton.hits(state), ...more]);
    },
    matchBelow: (folder) => {
      const { sure, possible } = automaton.below(folder);
      return decideBelow(patterns, sure, [...possible, ...irregular.map(({ order }) => order)]);
    },
  };
}

/** A single list of patterns. */
export function compilePatterns(patterns: readonly string[]): {
  /** The pattern that lets `path` in, or nothing when it stays out. */
  match: (path: string) => string | undefined;
} {
  const matcher = compileLists([patterns]);
  return { match: (path) => matcher.match(path)[0]?.pattern };
}

interface Pattern extends Glob {
  list: number;
  /** Place among all patterns; of one list's hits the highest decides. */
  order: number;
}

type Wild = Extract<GlobSegment, { kind: 'wild' }>;

interface Node {
  literals: Map<string, Node>;
  wilds: Map<string, { wild: Wild; node: Node }>;
  /** Entered without a segment, and stays through any segment. */
  deep: Node | undefined;
  isDeep: boolean;
  /** Patterns that end here. */
  ends: number[];
  /** Patterns whose last segment is `**`: any further segment completes them. */
  tails: number[];
}

function newNode(isDeep = false): Node {
  return { literals: new Map(), wilds: new Map(), deep: undefined, isDeep, ends: [], tails: [] };
}

function insert(root: Node, segments: readonly GlobSegment[], order: number): void {
  let node = root;
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'deep' && index === segments.length - 1) {
      node.tails.push(order);
      return;
    }
    node = childFor(node, segment);
  }
  node.ends.push(order);
}

function childFor(node: Node, segment: GlobSegment): Node {
  switch (segment.kind) {
    case 'deep':
      // `**/**/` says no more than `**/`.
      if (node.isDeep) return node;
      node.deep ??= newNode(true);
      return node.deep;
    case 'literal': {
      const child = node.literals.get(segment.text) ?? newNode();
      node.literals.set(segment.text, child);
      return child;
    }
    case 'wild': {
      const child = node.wilds.get(segment.text)?.node ?? newNode();
      node.wilds.set(segment.text, { wild: segment, node: child });
      return child;
    }
  }
}

interface State {
  nodes: readonly Node[];
  /** Patterns that match whatever follows. */
  complete: readonly number[];
  wilds: readonly Wild[];
  /** All segments lead to the same state. */
  isPlain: boolean;
  /** That state, once known. */
  beyond: State | undefined;
  next: Map<string, State>;
  matches: readonly Match[] | undefined;
}

class Automaton {
  readonly #patterns: readonly Pattern[];
  readonly #states = new Map<string, State>();
  readonly #numbers = new Map<Node, number>();
  readonly #start: State;
  #lastFolder: { path: string; state: State };

  constructor(root: Node, patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    this.#start = this.#state(closure([root]), []);
    this.#lastFolder = { path: '', state: this.#start };
  }

  walk(path: string): State {
    const slash = path.lastIndexOf('/');
    const folder = slash === -1 ? this.#start : this.#folder(path, slash);
    return this.#into(folder, path, slash + 1, path.length);
  }

  /** Files come in folders, and mostly one after the other: each folder is walked once. */
  #folder(path: string, length: number): State {
    const last = this.#lastFolder;
    if (last.path.length === length && path.startsWith(last.path)) return last.state;
    let state = this.#start;
    for (let start = 0; start < length && state.nodes.length > 0;) {
      const slash = path.indexOf('/', start);
      state = this.#into(state, path, start, slash);
      start = slash + 1;
    }
    this.#lastFolder = { path: path.slice(0, length), state };
    return state;
  }

  /** The state behind one segment of `path`, which is cut out only where it makes a difference. */
  #into(state: State, path: string, start: number, end: number): State {
    if (state.nodes.length === 0) return state;
    if (!state.isPlain) return this.#step(state, path.slice(start, end));
    state.beyond ??= this.#step(state, '');
    return state.beyond;
  }

  matches(state: State): readonly Match[] {
    state.matches ??= decide(this.#patterns, this.hits(state));
    return state.matches;
  }

  hits({ nodes, complete }: State): number[] {
    return [...complete, ...nodes.flatMap(({ ends }) => ends)];
  }

  /** Patterns that match all that can lie below `folder`, and those that match some of it. */
  below(folder: string): { sure: readonly number[]; possible: readonly number[] } {
    const { nodes, complete } = this.walk(folder);
    const sure = [...complete, ...nodes.flatMap(({ tails }) => tails)];
    const possible = new Set(sure);
    const deeper = new Set(nodes);
    for (const node of deeper) {
      for (const order of node.tails) possible.add(order);
      for (const child of children(node)) {
        for (const order of child.ends) possible.add(order);
        deeper.add(child);
      }
    }
    return { sure, possible: [...possible] };
  }

  #step(state: State, segment: string): State {
    // Segments that no pattern tells apart lead to the same state: usually the name of a file.
    let key = state.nodes.some(({ literals }) => literals.has(segment)) ? segment : '/';
    for (const wild of state.wilds) key += wild.test(segment) ? '/1' : '/0';
    const known = state.next.get(key);
    if (known !== undefined) return known;
    const next: Node[] = [];
    for (const node of state.nodes) {
      if (node.isDeep) next.push(node);
      const literal = node.literals.get(segment);
      if (literal !== undefined) next.push(literal);
      for (const { wild, node: child } of node.wilds.values()) {
        if (wild.test(segment)) next.push(child);
      }
    }
    const tails = state.nodes.flatMap((node) => node.tails);
    const complete =
      tails.length === 0
        ? state.complete
        : [...new Set([...state.complete, ...tails])].sort((a, b) => a - b);
    const made = this.#state(closure(next), complete);
    state.next.set(key, made);
    return made;
  }

  #state(nodes: readonly Node[], complete: readonly number[]): State {
    const numbers = nodes.map((node) => this.#number(node)).sort((a, b) => a - b);
    const key = `${numbers.join(',')};${complete.join(',')}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const wilds = distinctWilds(nodes);
    const isPlain = wilds.length === 0 && nodes.every(({ literals }) => literals.size === 0);
    const made = {
      nodes,
      complete,
      wilds,
      isPlain,
      beyond: undefined,
      next: new Map(),
      matches: undefined,
    };
    this.#states.set(key, made);
    return made;
  }

  #number(node: Node): number {
    const number = this.#numbers.get(node) ?? this.#numbers.size;
    this.#numbers.set(node, number);
    return number;
  }
}

function children({ literals, wilds, deep }: Node): Node[] {
  const named = [...literals.values(), ...[...wilds.values()].map(({ node }) => node)];
  return deep === undefined ? named : [...named, deep];
}

/** The same wild segment stands below many nodes; one test answers for all. */
function distinctWilds(nodes: readonly Node[]): readonly Wild[] {
  const byText = new Map<string, Wild>();
  for (const { wilds } of nodes) for (const [text, { wild }] of wilds) byText.set(text, wild);
  return [...byText.values()];
}

/** With each node, what is entered from it without a segment; each once. */
function closure(nodes: readonly Node[]): Node[] {
  const all = new Set<Node>();
  for (const node of nodes) {
    all.add(node);
    if (node.deep !== undefined) all.add(node.deep);
  }
  return [...all];
}

/** Of each list the last pattern that matches decides. */
function decide(patterns: readonly Pattern[], hits: readonly number[]): Match[] {
  const last = new Map<number, Pattern>();
  for (const order of [...hits].sort((a, b) => a - b)) {
    const pattern = patterns[order];
    if (pattern !== undefined) last.set(pattern.list, pattern);
  }
  return [...last.values()]
    .filter(({ excludes }) => !excludes)
    .map(({ list, text }) => ({ list, pattern: text }))
    .sort((a, b) => a.list - b.list);
}

/** A pattern that may let something in counts unless a later one keeps all of it out. */
function decideBelow(
  patterns: readonly Pattern[],
  sure: readonly number[],
  possible: readonly number[],
): Match[] {
  const shut = new Map<number, number>();
  for (const order of sure) {
    const pattern = patterns[order];
    if (pattern?.excludes === true) {
      shut.set(pattern.list, Math.max(order, shut.get(pattern.list) ?? -1));
    }
  }
  const last = new Map<number, Pattern>();
  for (const order of [...possible].sort((a, b) => a - b)) {
    const pattern = patterns[order];
    if (pattern === undefined || pattern.excludes) continue;
    if (order > (shut.get(pattern.list) ?? -1)) last.set(pattern.list, pattern);
  }
  return [...last.values()]
    .map(({ list, text }) => ({ list, pattern: text }))
    .sort((a, b) => a.list - b.list);
}
