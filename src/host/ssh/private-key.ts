import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import ssh2 from 'ssh2';

export type ReadKey =
  { kind: 'usable'; pem: string; passphrase: string } | { kind: 'unusable'; detail: string };

/**
 * Reads a private key as people paste it – indented, on one line, in base64, with `\n` spelt out –
 * and in the forms that tools write it.
 * @returns what our client takes, or what is wrong
 */
export function readPrivateKey(text: string, passphraseText: string): ReadKey {
  const passphrase = passphraseText.replace(/[\r\n]+$/, '');
  if (text.trim() === '') return unusable('no key is given');
  const armoured = findArmour(text);
  if (armoured === undefined) return unusable(describeStranger(text));
  const { label, pem } = armoured;
  if (label.includes('PUBLIC') || label.includes('CERTIFICATE'))
    return unusable('it is a public key');
  if (label === 'PRIVATE KEY' || label === 'ENCRYPTED PRIVATE KEY')
    return readPkcs8(pem, passphrase);
  const parsed = ssh2.utils.parseKey(pem, passphrase === '' ? undefined : passphrase);
  if (parsed instanceof Error) {
    return unusable(`${parsed.message} (it is a ${label}; ${convert})`);
  }
  return parsed.isPrivateKey()
    ? { kind: 'usable', pem, passphrase }
    : unusable('it is a public key');
}

const convert = '`ssh-keygen -p -f FILE` writes it in the form of OpenSSH';

function unusable(detail: string): ReadKey {
  return { kind: 'unusable', detail };
}

interface Armoured {
  label: string;
  pem: string;
}

/** Finds the key in a text; OpenSSL may put parameters in front of it. */
function findArmour(text: string): Armoured | undefined {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(String.raw`\r`, '')
    .replaceAll(String.raw`\n`, '\n');
  if (!plain.includes('-----BEGIN')) {
    const decoded = Buffer.from(plain, 'base64').toString('latin1');
    return decoded.includes('-----BEGIN') && !text.includes('-----')
      ? findArmour(decoded)
      : undefined;
  }
  const blocks = [...plain.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g)];
  const keys = blocks.filter(([, label = '']) => label.endsWith('PRIVATE KEY'));
  const [, label, body = ''] = keys[0] ?? blocks[0] ?? [];
  return label === undefined ? undefined : { label, pem: armour(label, body) };
}

/** Headers of old encrypted keys, which stand before the base64 and apart from it. */
const pemHeaders = /^\s*Proc-Type:\s*(4,ENCRYPTED)\s+DEK-Info:\s*(\S+)\s+/;

/** The lines as they are meant, however they came. */
function armour(label: string, body: string): string {
  const [whole, type, info] = pemHeaders.exec(body) ?? [];
  const headers =
    whole === undefined ? [] : [`Proc-Type: ${type ?? ''}`, `DEK-Info: ${info ?? ''}`, ''];
  const base64 = body.slice(whole?.length ?? 0).replace(/\s+/g, '');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...headers, ...lines, `-----END ${label}-----`, ''].join(
    '\n',
  );
}

function describeStranger(text: string): string {
  if (/^PuTTY-User-Key-File/m.test(text)) {
    return 'it is a key of PuTTY; `puttygen FILE -O private-openssh -o key` writes it in the form of OpenSSH';
  }
  if (/^\s*(ssh-|ecdsa-|sk-)\S+\s+AAAA/.test(text)) return 'it is a public key';
  if (text.includes('-----BEGIN'))
    return 'it is cut off: its last line, -----END …-----, is missing';
  return 'it has no line -----BEGIN … PRIVATE KEY-----';
}

/** What OpenSSL writes, and ssh2 does not read. */
function readPkcs8(pem: string, passphrase: string): ReadKey {
  const isEncrypted = pem.startsWith('-----BEGIN ENCRYPTED');
  if (isEncrypted && passphrase === '') {
    return unusable('Encrypted private key detected, but no passphrase given');
  }
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, ...(isEncrypted && { passphrase }) });
  } catch {
    return unusable(
      isEncrypted
        ? 'the passphrase does not open it'
        : 'it is damaged: OpenSSL cannot read it as PKCS#8',
    );
  }
  const converted = sshForm(key);
  if (converted !== undefined) return { kind: 'usable', pem: converted, passphrase: '' };
  const type = key.asymmetricKeyType ?? 'unknown';
  return unusable(`it is of type ${type}, which SSH does not know; make one with \`ssh-keygen\``);
}

function sshForm(key: KeyObject): string | undefined {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString();
    case 'ec': {
      const curves = ['prime256v1', 'secp384r1', 'secp521r1'];
      const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
      if (!curves.includes(curve)) return undefined;
      return key.export({ type: 'sec1', format: 'pem' }).toString();
    }
    case 'ed25519':
      return opensshEd25519(key.export({ format: 'jwk' }));
    default:
      return undefined;
  }
}

/** OpenSSH's own form (PROTOCOL.key), unencrypted. */
function opensshEd25519({ d = '', x = '' }: JsonWebKey): string {
  const type = Buffer.from('ssh-ed25519');
  const seed = Buffer.from(d, 'base64url');
  const point = Buffer.from(x, 'base64url');
  const pair = Buffer.concat([seed, point]);
  const check = Buffer.alloc(8);
  const secret = Buffer.concat([check, ...[type, point, pair, Buffer.alloc(0)].map(framed)]);
  const padding = Buffer.from(
    Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, n) => n + 1),
  );
  const none = framed(Buffer.from('none'));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[none, none, framed(Buffer.alloc(0)), Buffer.from([0, 0, 0, 1])],
    framed(Buffer.concat([type, point].map(framed))),
    framed(Buffer.concat([secret, padding])),
  ]);
  return armour('OPENSSH PRIVATE KEY', body.toString('base64'));
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
