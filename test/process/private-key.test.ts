import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, describe, expect, it } from 'vitest';
import { readPrivateKey } from '../../src/host/ssh/private-key.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const phrase = 'open sesame';

let made = 0;
function make(command: string): string {
  const file = join(folder.path, `key-${(made += 1)}`);
  execFileSync('sh', ['-ec', command, 'sh', file, phrase], { stdio: 'pipe' });
  return readFileSync(file, 'utf8');
}
const openssl = (command: string): string => make(`openssl ${command} -out "$1"`);
const sshKeygen = (flags: string): string => make(`ssh-keygen -q ${flags} -f "$1"`);
const encrypt = (pem: string): string =>
  execFileSync('openssl', ['pkcs8', '-topk8', '-v2', 'aes256', '-passout', `pass:${phrase}`], {
    input: pem,
    encoding: 'utf8',
    stdio: 'pipe',
  });

const rsa = 'genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048';
const ec = (curve: string): string =>
  `genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${curve} -pkeyopt ec_param_enc:named_curve`;
const kinds: Record<string, () => string> = {
  'PKCS#8 of RSA': () => openssl(rsa),
  'PKCS#8 of P-256': () => openssl(ec('P-256')),
  'PKCS#8 of P-384': () => openssl(ec('P-384')),
  'PKCS#8 of P-521': () => openssl(ec('P-521')),
  'PKCS#8 of Ed25519': () => openssl('genpkey -algorithm ED25519'),
  'encrypted PKCS#8 of RSA': () => encrypt(openssl(rsa)),
  'encrypted PKCS#8 of P-256': () => encrypt(openssl(ec('P-256'))),
  'encrypted PKCS#8 of Ed25519': () => encrypt(openssl('genpkey -algorithm ED25519')),
  'PKCS#1': () => make('openssl genrsa -traditional -out "$1" 2048'),
  'encrypted PKCS#1': () =>
    make('openssl genrsa -traditional -aes128 -passout "pass:$2" -out "$1" 2048'),
  'SEC1 behind its parameters': () => openssl('ecparam -name prime256v1 -genkey'),
  'PKCS#8 by ssh-keygen': () => sshKeygen('-t ecdsa -m PKCS8 -N ""'),
  'OpenSSH’s form': () => sshKeygen('-t ed25519 -N ""'),
  'OpenSSH’s form, encrypted': () => sshKeygen('-t ed25519 -N "$2"'),
};

/** The public half in the form of SSH, as OpenSSH or OpenSSL tells it. */
function publicHalf(pem: string): string {
  const file = join(folder.path, 'asked');
  execFileSync('sh', ['-c', 'umask 077; cat >"$1"', 'sh', file], { input: pem });
  const told = spawnSync('ssh-keygen', ['-y', '-P', phrase, '-f', file], { encoding: 'utf8' });
  if (told.status === 0) return told.stdout.split(' ')[1]?.trim() ?? '';
  // ssh-keygen reads no PKCS#8 of Ed25519. In OpenSSL's form the point stands last.
  const args = ['pkey', '-passin', `pass:${phrase}`, '-pubout', '-outform', 'DER'];
  const point = execFileSync('openssl', args, { input: pem }).subarray(-32);
  const head = '\0\0\0\x0bssh-ed25519\0\0\0\x20';
  return Buffer.concat([Buffer.from(head, 'latin1'), point]).toString('base64');
}

describe.each(Object.entries(kinds))('a key in %s', (_, makeKey) => {
  const pem = makeKey();
  const expected = publicHalf(pem);
  it.each([
    ['as it is', pem],
    ['without its last line end', pem.trimEnd()],
    ['with CRLF', pem.replaceAll('\n', '\r\n')],
    ['indented', pem.replace(/^/gm, '    ')],
    ['on one line', pem.trim().replaceAll('\n', ' ')],
    ['with line ends spelt out', pem.replaceAll('\n', String.raw`\n`)],
    ['in base64', Buffer.from(pem).toString('base64')],
    ['in lines of base64', Buffer.from(pem).toString('base64').replace(/.{76}/g, '$&\n')],
    ['in quotes', `"${pem.trim()}"`],
  ])('works %s', (_, text) => {
    const read = readPrivateKey(text, `${phrase}\r\n`);
    if (read.kind === 'unusable') throw new Error(read.detail);
    const key = ssh2.utils.parseKey(read.pem, read.passphrase === '' ? undefined : read.passphrase);
    if (key instanceof Error) throw key;
    expect(key.getPublicSSH().toString('base64')).toBe(expected);
    const signed = key.sign(Buffer.from('data'));
    expect(signed instanceof Error ? signed : key.verify(Buffer.from('data'), signed)).toBe(true);
  });
});

describe('what is no usable key', () => {
  const pkcs8 = openssl('genpkey -algorithm ED25519');
  it.each([
    ['nothing', ' \n', '', 'no key is given'],
    ['a public key', 'ssh-ed25519 AAAAC3Nz x', '', 'public key'],
    [
      'a public key of OpenSSL',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      '',
      'public key',
    ],
    ['half a key', pkcs8.slice(0, -20), '', 'cut off'],
    ['some text', 'id_ed25519', '', 'no line -----BEGIN'],
    ['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\n', '', 'puttygen'],
    ['an encrypted key alone', encrypt(pkcs8), '', 'no passphrase'],
    ['an encrypted key with another passphrase', encrypt(pkcs8), 'x', 'does not open it'],
    ['a curve that SSH lacks', openssl(ec('secp256k1')), '', 'type ec'],
    ['a type that SSH lacks', openssl('genpkey -algorithm ED448'), '', 'type ed448'],
    ['damaged PKCS#8', pkcs8.replace(/\n.{8}/, '\nAAAAAAAA'), '', 'damaged'],
  ])('%s is named', (_, text, passphrase, detail) => {
    expect(readPrivateKey(text, passphrase)).toEqual({
      kind: 'unusable',
      detail: expect.stringContaining(detail) as string,
    });
  });
});
