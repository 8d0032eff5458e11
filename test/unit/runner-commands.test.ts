import { describe, expect, it } from 'vitest';
import {
  annotationsIn,
  commandsIn,
  comparisons,
  runnerLines,
  type RunnerLine,
} from '../support/runner-commands.ts';

/** What the runner's own tests and sources say of its parser, which the port has to bear out. */
describe.each(comparisons)('the port of the runner’s parser, %s', (comparison) => {
  const named = (stdout: string): string[] =>
    commandsIn(stdout, comparison).map(({ name, data }) => `${name} ${data}`);
  const kinds = (stdout: string): RunnerLine['kind'][] =>
    runnerLines(stdout, comparison).map(({ kind }) => kind);

  it.each([
    ['::error::it', ['error it']],
    ['::ERROR file=a::it', ['error it']],
    [' \t\u3000\u0085::error::it', ['error it']],
    ['text ::error::it', []],
    ['text ##[error]it', ['error it']],
    ['##[ERROR a=b;c=d]it', ['error it']],
    ['::unknown::it', []],
    ['##[unknown]it', []],
    ['::error it', []],
    ['##[error it', []],
    ['::error::a\r##[error]b\r\n::error::c\n', ['error a', 'error b', 'error c']],
    ['::error::a\u2028::error::b', ['error a\u2028::error::b']],
    ['::error::100%25 of%0Ait%0D', ['error 100% of\nit\r']],
    ['##[error]a%3Bb%5D%25', ['error a;b]%']],
    ['\uff1a\uff1aerror\uff1a\uff1ait', []],
  ])('%j is %j', (stdout, commands) => {
    expect(named(stdout)).toEqual(commands);
  });

  it('reads properties, by either form’s separators', () => {
    const properties = { file: 'a,b:c', line: '1', title: 'x=y' };
    expect(commandsIn('::error file=a%2Cb%3Ac,line=1,,title=x=y,col=::it')[0]?.properties).toEqual(
      properties,
    );
    expect(commandsIn('##[error file=a,b:c;line=1;title=x=y]it')[0]?.properties).toEqual(
      properties,
    );
  });

  it('stops at a token, and goes on at it in either form and case', () => {
    expect(
      kinds('::stop-commands::ToKen\n::error::no\n::other::\n##[token]\n::error::yes'),
    ).toEqual(['stop', 'text', 'text', 'resume', 'command']);
    expect(kinds('::stop-commands::token\n  ::TOKEN::\n::token::')).toEqual([
      'stop',
      'resume',
      'text',
    ]);
  });

  it.each(['', 'error', 'Pause-Logging', 'stop-commands'])(
    'refuses the stop token "%s" and goes on',
    (token) => {
      expect(kinds(`::stop-commands::${token}\n::error::yes`)).toEqual(['command', 'command']);
    },
  );
});

describe('the port of the runner’s parser', () => {
  it('passes over what sorts as nothing where it compares by a language', () => {
    for (const mark of ['\u00ad', '\u200b', '\ufeff', '\u0000', '\u001b']) {
      // Found, and yet no command: its name is taken by position, with a mark in front.
      expect(commandsIn(`\n${mark}::error::it`)).toEqual([]);
      expect(commandsIn(`#${mark}#[error]it`)).toEqual([]);
      expect(commandsIn(`::error${mark}::it`)).toHaveLength(1);
      expect(commandsIn(`::error${mark}::it`, 'ordinal')).toEqual([]);
    }
  });

  it('finds no mark that an accent follows where it compares by a language', () => {
    expect(commandsIn('::error::\u0301it')).toEqual([]);
    expect(commandsIn('::error::\u0301it', 'ordinal')).toHaveLength(1);
  });

  it('decodes by the mark at the start of a stream', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('::error::it', 'utf16le')]);
    expect(commandsIn(utf16)).toHaveLength(1);
    expect(commandsIn(Buffer.concat([Buffer.from('\n'), utf16]))).toEqual([]);
  });

  it('annotates the first ten of a level', () => {
    const lines = (level: string): string[] =>
      Array.from({ length: 11 }, (_, n) => `::${level}::${n}`);
    const kept = annotationsIn([...lines('error'), ...lines('warning')].join('\n'));
    expect(kept.map(({ name, data }) => `${name} ${data}`)).toEqual(
      ['error', 'warning'].flatMap((level) =>
        Array.from({ length: 10 }, (_, n) => `${level} ${n}`),
      ),
    );
  });
});
