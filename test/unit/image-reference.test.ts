import { describe, expect, it } from 'vitest';
import {
  formatImageReference,
  readImageReference,
  registryOf,
} from '../../src/model/image-reference.ts';

const digest = `sha256:${'a1'.repeat(32)}`;

describe('a reference of an image', () => {
  it.each<[text: string, whole: string, registry: string]>([
    ['node:24', 'docker.io/library/node:24', 'docker.io'],
    ['node', 'docker.io/library/node:latest', 'docker.io'],
    ['team/app:v1.2', 'docker.io/team/app:v1.2', 'docker.io'],
    ['docker.io/library/rust:1', 'docker.io/library/rust:1', 'docker.io'],
    ['ghcr.io/team/app', 'ghcr.io/team/app:latest', 'ghcr.io'],
    ['localhost/app:v1', 'localhost/app:v1', 'localhost'],
    ['localhost:5000/app', 'localhost:5000/app:latest', 'localhost:5000'],
    ['127.0.0.1:5000/ci/app:v1', '127.0.0.1:5000/ci/app:v1', '127.0.0.1:5000'],
    ['[::1]:5000/app:v1', '[::1]:5000/app:v1', '[::1]:5000'],
    [
      'Registry.Example.com/a/b__c-d.e:T_1',
      'Registry.Example.com/a/b__c-d.e:T_1',
      'Registry.Example.com',
    ],
    [`node@${digest}`, `docker.io/library/node@${digest}`, 'docker.io'],
    [`ghcr.io/a/b:v1@${digest}`, `ghcr.io/a/b:v1@${digest}`, 'ghcr.io'],
  ])('`%s` is %s', (text, whole, registry) => {
    const reference = readImageReference(text);
    expect(reference && formatImageReference(reference)).toBe(whole);
    expect(reference && registryOf(reference)).toBe(registry);
  });

  it.each([
    '',
    'Node:24',
    'node:',
    'node:24:25',
    '-node',
    'node 24',
    'docker://node',
    'https://ghcr.io/a',
    '../node',
    'a//b',
    'ghcr.io/',
    'node@sha256:abc',
    'node@md5:abc',
    `node:${'x'.repeat(129)}`,
    'node:24\n--authfile=/etc/shadow',
    'no$(id)de',
    "node'",
    'a'.repeat(256),
  ])('`%s` is none', (text) => {
    expect(readImageReference(text)).toBeUndefined();
  });
});
