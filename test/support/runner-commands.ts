/**
 * A port of how GitHub's runner reads workflow commands from a step's stdout, to read back what we
 * write there:
 * - lines: `StreamReader.ReadLine` ends them at LF, CR and CR LF, nothing else
 *   https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
 * - what a command looks like
 *   https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * - which take effect
 *   https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs
 *
 * The runner looks for `::` and `##[` with `StartsWith(string)` and `IndexOf(string)`, which compare
 * by the rules of a language: characters that sort as nothing (zero-width space, soft hyphen, NUL,
 * ESC, …) are passed over. Only without ICU do they compare code units. Both may be what a runner
 * does, so both can be asked for; where ICU might put the start of a match at several places, all
 * are tried, and any command found there counts.
 */
export type Comparison = 'linguistic' | 'ordinal';
export const comparisons: readonly Comparison[] = ['linguistic', 'ordinal'];

export interface RunnerCommand {
  /** In lower case. */
  name: string;
  properties: Readonly<Record<string, string>>;
  data: string;
}

export type RunnerLine =
  | { kind: 'text'; text: string }
  | { kind: 'command'; command: RunnerCommand }
  | { kind: 'stop' }
  | { kind: 'resume' };

/** What a runner makes of each line. */
export function runnerLines(stdout: string | Uint8Array, comparison: Comparison): RunnerLine[] {
  const manager = new CommandManager(comparison);
  return readLines(decode(stdout)).map((line) => manager.process(line));
}

/** The commands that take effect. */
export function commandsIn(
  stdout: string | Uint8Array,
  comparison: Comparison = 'linguistic',
): RunnerCommand[] {
  return runnerLines(stdout, comparison).flatMap((line) =>
    line.kind === 'command' ? [line.command] : [],
  );
}

/** Beyond this many of one type, a step's annotations are logged and dropped. */
const annotationLimit = 10;

/** What a step's commands leave on the run's page. */
export function annotationsIn(stdout: string | Uint8Array): RunnerCommand[] {
  const counts = new Map<string, number>();
  return commandsIn(stdout).filter(({ name }) => {
    if (!['error', 'warning', 'notice'].includes(name)) return false;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= annotationLimit;
  });
}

/** As a stream's reader decodes: by the byte order mark at its very start, else as UTF-8. */
function decode(stdout: string | Uint8Array): string {
  const bytes = typeof stdout === 'string' ? Buffer.from(stdout) : stdout;
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function readLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const registered = [
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
];

class CommandManager {
  readonly #comparison: Comparison;
  readonly #registered = new Set(registered);
  #stopToken: string | undefined;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  process(line: string): RunnerLine {
    const text = { kind: 'text', text: line } as const;
    const command =
      parseV2(line, this.#registered, this.#comparison) ??
      parseV1(line, this.#registered, this.#comparison);
    if (command === undefined) return text;
    if (this.#stopToken !== undefined) {
      if (command.name !== this.#stopToken) return text;
      this.#registered.delete(this.#stopToken);
      this.#stopToken = undefined;
      return { kind: 'resume' };
    }
    if (command.name !== 'stop-commands') return { kind: 'command', command };
    const token = command.data.toLowerCase();
    // Refused with an error, and commands go on being processed.
    if (token === '' || token === 'pause-logging' || this.#registered.has(token)) {
      return { kind: 'command', command };
    }
    this.#stopToken = token;
    this.#registered.add(token);
    return { kind: 'stop' };
  }
}

/** `::name key=value,key=value::data`, at the start of a line but for white space. */
function parseV2(
  line: string,
  names: ReadonlySet<string>,
  comparison: Comparison,
): RunnerCommand | undefined {
  const message = line.replace(whiteSpaceAtStart, '');
  if (!startsWithKeyword(message, comparison)) return undefined;
  for (const end of indexesOf(message, '::', 2, comparison)) {
    const command = commandOf(message.slice(2, end), names, ',', unescapeProperty);
    if (command !== undefined) return { ...command, data: unescapeData(message.slice(end + 2)) };
  }
  return undefined;
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
function parseV1(
  line: string,
  names: ReadonlySet<string>,
  comparison: Comparison,
): RunnerCommand | undefined {
  for (const start of indexesOf(line, '##[', 0, comparison)) {
    const end = line.indexOf(']', start);
    if (end < 0) continue;
    const command = commandOf(line.slice(start + 3, end), names, ';', unescapeV1);
    if (command !== undefined) return { ...command, data: unescapeV1(line.slice(end + 1)) };
  }
  return undefined;
}

function commandOf(
  info: string,
  names: ReadonlySet<string>,
  separator: string,
  unescape: (text: string) => string,
): Omit<RunnerCommand, 'data'> | undefined {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!names.has(name)) return undefined;
  const properties: Record<string, string> = {};
  const list = space < 0 ? '' : info.slice(space + 1).trim();
  for (const pair of list.split(separator)) {
    const [, key, value] = /^=*([^=]+)=(.+)$/s.exec(pair) ?? [];
    if (key !== undefined && value !== undefined) properties[key] = unescape(value);
  }
  return { name, properties };
}

/** `Char.IsWhiteSpace`, which `TrimStart` goes by. Other than JavaScript's it has U+0085. */
const whiteSpaceAtStart = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** A character class of what sorts as nothing, asked from the same library that .NET uses. */
const ignorable = ((): string => {
  const { compare } = new Intl.Collator('en-US');
  const ranges: [number, number][] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (isSurrogate || compare(String.fromCharCode(code), '') !== 0) continue;
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const escape = (code: number): string => `\\u{${code.toString(16)}}`;
  return `[${ranges.map(([from, to]) => `${escape(from)}-${escape(to)}`).join('')}]`;
})();
const isIgnorable = (mark: string): boolean => ignorableMark.test(mark);
const ignorableMark = new RegExp(ignorable, 'u');

/** A text as a collation finds it: no accent may follow. */
const linguistic = (...marks: string[]): string => `${marks.join(`${ignorable}*`)}(?!\\p{M})`;
const linguisticSearch = {
  '::': new RegExp(linguistic(':', ':'), 'gu'),
  '##[': new RegExp(linguistic('#', '#', String.raw`\[`), 'gu'),
};
const linguisticStart = new RegExp(`^${ignorable}*${linguistic(':', ':')}`, 'u');

function startsWithKeyword(message: string, comparison: Comparison): boolean {
  return comparison === 'ordinal' ? message.startsWith('::') : linguisticStart.test(message);
}

/**
 * Where the first match may be said to start: at its first visible mark, or with what is passed over
 * in front of it. Any place in between would only make a name that is registered nowhere.
 */
function indexesOf(
  text: string,
  pattern: '::' | '##[',
  from: number,
  comparison: Comparison,
): readonly number[] {
  if (comparison === 'ordinal' || !text.includes(pattern.charAt(0))) {
    const index = text.indexOf(pattern, from);
    return index < 0 ? [] : [index];
  }
  const search = linguisticSearch[pattern];
  search.lastIndex = from;
  const visible = search.exec(text)?.index;
  if (visible === undefined) return [];
  let start = visible;
  while (start > from && isIgnorable(text.charAt(start - 1))) start -= 1;
  return [visible, start];
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const rest = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return rest.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

function unescapeV1(text: string): string {
  const rest = text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return rest.replaceAll('%5D', ']').replaceAll('%25', '%');
}
