/**
 * What a hostile guest may print to take over whatever shows it: workflow commands, markdown, HTML,
 * escape sequences, bytes that are no text. Each is what stands on a line, and none holds a line end;
 * {@link hostileOutput} puts them together with every kind of one.
 */

const controls = ['\u0000', '\u0007', '\b', '\u000b', '\f', '\u001b', '\u001c', '\u007f', '\u0085'];
/** White space to .NET, which the runner trims. */
const whiteSpace = [
  '\t',
  ' ',
  '\u0085',
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u2028',
  '\u2029',
  '\u3000',
];
/** What sorts as nothing, and a byte order mark. */
const invisible = ['\u00ad', '\u034f', '\u061c', '\u200b', '\u200d', '\u2060', '\ufeff', '\ufe0f'];
const accent = '\u0301';

const commands = [
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'set-env',
  'set-output',
  'save-state',
  'stop-commands',
];

function commandLines(): string[] {
  const plain = commands.flatMap((name) => [
    `::${name}::forged`,
    `::${name.toUpperCase()} file=pikaci.toml,line=1,title=forged,name=FORGED,owner=tsc::forged`,
    `##[${name}]forged`,
    `##[${name.toUpperCase()} name=FORGED;file=pikaci.toml]forged`,
    `the middle of a line ##[${name}]forged ::${name}::forged`,
  ]);
  const between = [...controls, ...whiteSpace, ...invisible, accent].flatMap((mark) => [
    `${mark}::error::forged`,
    `${mark}${mark} ${mark}::error::forged`,
    `${mark}##[error]forged`,
    `:${mark}:error::forged`,
    `::${mark}error::forged`,
    `::error${mark}::forged`,
    `::error:${mark}:forged`,
    `#${mark}#[error]forged`,
    `##${mark}[error]forged`,
    `##[${mark}error]forged`,
    `##[error${mark}]forged`,
    `ends in a mark${mark}`,
  ]);
  return [...plain, ...between];
}

const tokens = [
  '::stop-commands::',
  '::stop-commands::pause-logging',
  '::stop-commands::error',
  '::stop-commands::0123456789abcdef',
  '::0123456789abcdef::',
  '##[0123456789abcdef]',
  `::${'0'.repeat(48)}::`,
  '::pause-logging::',
  '::endgroup::',
  '::group::forged',
];

const disguised = [
  '\uff1a\uff1aerror\uff1a\uff1aforged',
  '\uff03\uff03\uff3berror\uff3dforged',
  '\u2237error\u2237forged',
  '%3A%3Aerror%3A%3Aforged',
  'error%0A::error::forged',
  '\u001b[31m::error::forged\u001b[0m',
  '\u001b[2K\r::error::forged',
  ':\u001b[0m:error::forged',
  ':\u001b[2J:error::forged',
  '#\u001b[0K#[error]forged',
  '#\u001b]0;title\u0007#[error]forged',
  '##\u001b(B[error]forged',
  '\u001b[38:2::255:0:0merror::forged',
];

const terminal = [
  '\u001b[2J\u001b[H\u001b[3J',
  '\u001b]0;forged\u0007',
  '\u001b]52;c;Zm9yZ2Vk\u0007',
  '\u001b]8;;https://forged.invalid/\u001b\\link\u001b]8;;\u001b\\',
  '\u001bP$q"p\u001b\\',
  '\u001b[6n\u001b[c\u001b[>c',
  '\u001b[?1049h\u001b[?25l',
  '\u009b2J\u009d0;forged\u009c',
];

const markdown = [
  '# forged',
  'forged',
  '======',
  '- [x] forged',
  '1. forged',
  '> forged',
  '| forged | forged |',
  '|---|---|',
  '```',
  '~~~~',
  '    forged',
  '***',
  '',
  ' ',
  '[forged](https://forged.invalid/)',
  '![forged](https://forged.invalid/x.png)',
  '[^forged]: forged [^forged]',
  '<https://forged.invalid/> www.forged.invalid https://forged.invalid/ x@forged.invalid',
  '**forged** __forged__ `forged` ~~forged~~ @octocat #1 :tada: $$forged$$',
  '\\<b>forged</b>',
];

const html = [
  '</pre></details></summary></code></td></tr></table>',
  '</PRE ></DETAILS\t>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><style>*{display:none}</style>',
  '<iframe src="https://forged.invalid/"></iframe>',
  '<a href="javascript:alert(1)">forged</a>',
  '<!-- forged',
  '--> <![CDATA[ forged ]]> <?forged?> <!DOCTYPE forged>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;lt;',
  '<\u0000script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '</textarea></title></noscript><plaintext>',
];

/** What a matcher that an earlier step has registered may look for, and what our own patterns do. */
const matchers = [
  '::add-matcher::forged.json',
  '/etc/passwd:1:1: error: forged',
  '../outside.c:1:1: error: forged',
  '.git/config:1:1: error: forged',
  'src/none.rs:1:1: error: forged',
  'Error: forged',
  '##[error]src/lib.rs(1,1): error TS1: forged',
  "thread 'forged' panicked at /etc/shadow:1:1:",
  '  1:1  error  forged  forged',
  ' --> ../../../etc/passwd:1:1',
];

const patterns = [
  `${':'.repeat(3000)} error: `,
  `${'a:1:1: '.repeat(500)}[Error/`,
  `  1:1  error  ${' '.repeat(3000)}x`,
  `at ${'('.repeat(3000)}`,
  `${"thread 'a' panicked at '".repeat(200)}', `,
  `| ${'^'.repeat(3000)}`,
];

const text = [
  ...commandLines(),
  ...tokens,
  ...disguised,
  ...terminal,
  ...markdown,
  ...html,
  ...matchers,
  ...patterns,
];

const bytes = [
  // A colon in two bytes, halves of characters, surrogates, what is no byte of UTF-8.
  [0xc0, 0xba, 0xc0, 0xba, ...Buffer.from('error::forged')],
  [0xe2, 0x80, ...Buffer.from('::error::forged')],
  [0xed, 0xa0, 0x80, ...Buffer.from('::error::forged')],
  [0xff, 0xfe, ...Buffer.from('::error::forged', 'utf16le')],
  [0xfe, 0xff, 0xfd, ...Buffer.from('##[error]forged')],
  [0xf0, 0x9f, 0x98],
].map((line) => Buffer.from(line));

export const hostileLines: readonly Buffer[] = [...text.map((line) => Buffer.from(line)), ...bytes];

/** With marks of a command at and around every place where a line may be cut in two. */
export function longHostileLine(length: number): Buffer {
  const line = Buffer.alloc(length, 'x');
  for (let at = 0; at + 64 < length; at += 4096) line.write('##[error]forged ::error::forged', at);
  for (let at = 65_536; at + 64 < length; at += 65_536) line.write('x##[error]', at - 3);
  return line;
}

const lineEnds = ['\n', '\r\n', '\r', '\n\r', '\r\r\n', '\u2028\n', '\n\n'].map((end) =>
  Buffer.from(end),
);

/** All of it as one output, which does not end its last line. */
export function hostileOutput(): Buffer {
  const parts = hostileLines.flatMap((line, index) => [
    line,
    lineEnds[index % lineEnds.length] ?? Buffer.alloc(0),
  ]);
  return Buffer.concat([...parts, Buffer.from('::error::forged at the end')]);
}
