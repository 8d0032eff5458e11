import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianLayer, type EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { Compression, Image, ImageConfig, LayerEntry } from './oci-image.ts';

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** As Alpine's: a busybox, its applets and a few files of /etc; no bash. */
export function busyboxImage(host: EmbeddedHost): Image {
  return { layers: [{ entries: busyboxTree(host) }], config: { Env: [path], Cmd: ['/bin/sh'] } };
}

/** The same with bash. */
export function withBash(host: EmbeddedHost, image: Image): Image {
  const content = readFileSync(host.path('/usr/bin/bash-static'));
  const bash: LayerEntry = { name: 'bin/bash', type: 'file', mode: 0o755, content };
  return { ...image, layers: [...image.layers, { entries: [bash] }] };
}

/** One static program, /app/hello, which says `hello`: no shell, no /etc, /proc, /dev, /tmp. */
export function distrolessImage(): Image {
  const entries: LayerEntry[] = [
    folder('app'),
    { name: 'app/hello', type: 'file', mode: 0o755, content: programThatSays('hello\n') },
  ];
  return { layers: [{ entries }], config: { Entrypoint: ['/app/hello'] } };
}

/** Debian with gcc and make. The first call on a machine makes its layer, which takes a minute. */
export function debianImage(): Image {
  const layer = debianLayer();
  const blob = readFileSync(join(layer, 'tar.zst'));
  const diffId = readFileSync(join(layer, 'diff-id'), 'utf8').trim();
  return {
    layers: [{ blob, compression: 'zstd', diffId }],
    config: { Env: [path], Cmd: ['bash'] },
  };
}

/** An image whose config asks for a user; `app` (1234, of `staff`, 50) is in its /etc/passwd. */
export function userImage(
  host: EmbeddedHost,
  user: '12345:54321' | 'app' | 'app:staff' | 'nobody-knows',
): Image {
  const config: ImageConfig = { Env: [path], User: user, WorkingDir: '/home/app' };
  return {
    layers: [
      { entries: busyboxTree(host) },
      {
        entries: [
          {
            name: 'etc/passwd',
            type: 'file',
            content:
              'root:x:0:0:root:/root:/bin/sh\napp:x:1234:1234:An application:/home/app:/bin/sh\n',
          },
          {
            name: 'etc/group',
            type: 'file',
            content: 'root:x:0:\nstaff:x:50:app\napp:x:1234:\n',
          },
          { ...folder('home/app'), uid: 1234, gid: 1234 },
        ],
      },
    ],
    config,
  };
}

/**
 * Files that a guest's maker likes to write stand as links here: /etc/resolv.conf and /etc/hosts lead
 * to /outside, past the image's root; /tmp and /run lead elsewhere within; there is no /etc/hostname.
 */
export function resolvConfLinkImage(host: EmbeddedHost, link: 'absolute' | 'relative'): Image {
  const up = '../'.repeat(12);
  const outside = (name: string): string => `${link === 'absolute' ? '/' : ''}${up}outside/${name}`;
  const replaced = new Set(['tmp', 'etc/hosts']);
  const base = busyboxTree(host).filter(({ name }) => !replaced.has(name));
  const links: LayerEntry[] = [
    { name: 'etc/resolv.conf', type: 'symlink', target: outside('resolv.conf') },
    { name: 'etc/hosts', type: 'symlink', target: outside('hosts') },
    { name: 'var/tmp', type: 'directory', mode: 0o1777 },
    { name: 'tmp', type: 'symlink', target: 'var/tmp' },
    folder('var/run'),
    { name: 'run', type: 'symlink', target: link === 'absolute' ? '/var/run' : 'var/run' },
  ];
  return { layers: [{ entries: [...base, ...links] }], config: { Env: [path] } };
}

/** What whoever reads an image's merged tree should find at a path. */
export type Expectation = { path: string } & (
  | { is: 'absent' }
  /** All names in it, sorted. */
  | { is: 'directory'; names?: readonly string[]; mode?: number; owner?: string }
  | {
      is: 'file';
      content: string;
      mode?: number;
      /** `uid:gid` */
      owner?: string;
      xattrs?: Readonly<Record<string, string>>;
      /** Another name of the same inode. */
      sameAs?: string;
    }
  | { is: 'symlink'; target: string }
  | { is: 'character-device' | 'block-device'; major: number; minor: number }
  | { is: 'fifo' }
);

/** `cap_net_raw=ep`, as the kernel keeps it: version 2, effective, bit 13. */
const netRaw = `\x01\0\0\x02\0\x20${'\0'.repeat(14)}`;
const longName = `long/${'a-name-of-more-than-a-hundred-letters-'.repeat(3)}`;

/**
 * All that a layer can do to those below it, a layer for each, and what comes of it; gzip, zstd and
 * plain tars take turns.
 */
export function thirtyLayersImage(host: EmbeddedHost): {
  image: Image;
  expectations: readonly Expectation[];
} {
  const compressions: readonly Compression[] = ['gzip', 'zstd', 'none'];
  const changes = layersAndWhatComesOfThem();
  const entries = [busyboxTree(host), ...changes.map(({ layer }) => layer)];
  while (entries.length < 30) {
    const number = String(entries.length);
    entries.push([file('counter', number), file(`counted/${number}`, number)]);
  }
  const layers = entries.map((layer, index) => {
    const compression = compressions[index % compressions.length] ?? 'gzip';
    return { entries: layer, compression };
  });
  const last: Expectation = { path: '/counter', is: 'file', content: '29' };
  return {
    image: { layers, config: { Env: [path] } },
    expectations: [...changes.flatMap(({ expect = [] }) => expect), last],
  };
}

function layersAndWhatComesOfThem(): { layer: LayerEntry[]; expect?: Expectation[] }[] {
  const plain = (at: string, content: string): Expectation => ({ path: at, is: 'file', content });
  return [
    {
      layer: [
        folder('data'),
        file('data/kept', 'one'),
        file('data/changed', 'one'),
        file('data/removed', 'one'),
        file('data/again', 'one'),
        folder('opaque'),
        file('opaque/old', 'one'),
        folder('opaque/below'),
        file('opaque/below/old', 'one'),
        folder('removed-folder'),
        file('removed-folder/old', 'one'),
        file('file-then-folder', 'one'),
        folder('folder-then-file'),
        file('folder-then-file/old', 'one'),
        folder('folder-then-link'),
        file('folder-then-link/old', 'one'),
      ],
      expect: [plain('/data/kept', 'one')],
    },
    {
      layer: [whiteout('data', 'removed'), whiteout('data', 'never-there')],
      expect: [{ path: '/data/removed', is: 'absent' }],
    },
    {
      layer: [folder('opaque'), whiteout('opaque', '.wh..opq'), file('opaque/new', 'two')],
      expect: [{ path: '/opaque', is: 'directory', names: ['new'] }],
    },
    {
      layer: [folder('file-then-folder'), file('file-then-folder/new', 'two')],
      expect: [{ path: '/file-then-folder', is: 'directory', names: ['new'] }],
    },
    {
      layer: [file('folder-then-file', 'two')],
      expect: [plain('/folder-then-file', 'two')],
    },
    {
      layer: [{ name: 'folder-then-link', type: 'symlink', target: 'data' }],
      expect: [
        { path: '/folder-then-link', is: 'symlink', target: 'data' },
        { path: '/folder-then-link/old', is: 'absent' },
      ],
    },
    {
      layer: [
        folder('modes'),
        { ...file('modes/setuid', 'as its owner'), mode: 0o4755 },
        { ...folder('modes/shared'), mode: 0o2775, gid: 50 },
        { ...folder('modes/sticky'), mode: 0o1777 },
      ],
      expect: [
        { path: '/modes/setuid', is: 'file', content: 'as its owner', mode: 0o4755, owner: '0:0' },
        { path: '/modes/shared', is: 'directory', mode: 0o2775, owner: '0:50' },
        { path: '/modes/sticky', is: 'directory', mode: 0o1777, owner: '0:0' },
      ],
    },
    {
      layer: [
        folder('links'),
        file('links/first', 'shared'),
        { name: 'links/second', type: 'link', target: 'links/first' },
        folder('links/deep'),
        { name: 'links/deep/third', type: 'link', target: 'links/first' },
      ],
      expect: [
        { path: '/links/second', is: 'file', content: 'shared', sameAs: '/links/first' },
        { path: '/links/deep/third', is: 'file', content: 'shared', sameAs: '/links/first' },
      ],
    },
    {
      layer: [
        { ...folder('owned'), uid: 12345, gid: 54321 },
        { ...file('owned/file', 'theirs'), uid: 12345, gid: 54321, mode: 0o640 },
      ],
      expect: [
        { path: '/owned', is: 'directory', owner: '12345:54321' },
        { path: '/owned/file', is: 'file', content: 'theirs', mode: 0o640, owner: '12345:54321' },
      ],
    },
    {
      layer: [
        { ...file('attributes', 'more'), xattrs: { 'user.foo': 'bar' } },
        { ...file('capable', 'raw'), mode: 0o755, xattrs: { 'security.capability': netRaw } },
      ],
      expect: [
        { path: '/attributes', is: 'file', content: 'more', xattrs: { 'user.foo': 'bar' } },
        { path: '/capable', is: 'file', content: 'raw', xattrs: { 'security.capability': netRaw } },
      ],
    },
    {
      layer: [
        folder('devices'),
        { name: 'devices/null', type: 'character-device', major: 1, minor: 3, mode: 0o666 },
        { name: 'devices/loop', type: 'block-device', major: 7, minor: 260, mode: 0o660 },
        { name: 'devices/queue', type: 'fifo' },
      ],
      expect: [
        { path: '/devices/null', is: 'character-device', major: 1, minor: 3 },
        { path: '/devices/loop', is: 'block-device', major: 7, minor: 260 },
        { path: '/devices/queue', is: 'fifo' },
      ],
    },
    { layer: [file('data/changed', 'two')], expect: [plain('/data/changed', 'two')] },
    {
      layer: [{ ...folder('data'), mode: 0o700, uid: 1000, gid: 1000 }],
      expect: [{ path: '/data', is: 'directory', mode: 0o700, owner: '1000:1000' }],
    },
    { layer: [whiteout('data', 'again'), whiteout('', 'removed-folder')] },
    {
      layer: [file('data/again', 'three'), folder('removed-folder')],
      expect: [
        plain('/data/again', 'three'),
        { path: '/removed-folder', is: 'directory', names: [] },
      ],
    },
    {
      layer: [file(longName, 'long'), file('Käse/日本', 'named')],
      expect: [plain(`/${longName}`, 'long'), plain('/Käse/日本', 'named')],
    },
    // The folders around it stand in no layer.
    { layer: [file('implied/deep/file', 'here')], expect: [plain('/implied/deep/file', 'here')] },
    { layer: [file('./dotted/file', 'here')], expect: [plain('/dotted/file', 'here')] },
    // Builders write such a layer for a step that changes nothing.
    { layer: [] },
  ];
}

function folder(name: string): LayerEntry {
  return { name, type: 'directory' };
}

function file(name: string, content: string): LayerEntry {
  return { name, type: 'file', content };
}

/** Takes a name away that layers below have; `.wh..opq` takes all names of a folder. */
function whiteout(within: string, name: string): LayerEntry {
  return file(join(within, `.wh.${name}`), '');
}

function busyboxTree(host: EmbeddedHost): LayerEntry[] {
  const applets = host
    .shell('busybox', '--list')
    .split('\n')
    .filter((name) => name !== '' && name !== 'busybox');
  return [
    ...['bin', 'dev', 'etc', 'home', 'proc', 'root', 'run', 'sys', 'usr', 'usr/bin', 'var'].map(
      folder,
    ),
    { name: 'tmp', type: 'directory', mode: 0o1777 },
    {
      name: 'bin/busybox',
      type: 'file',
      mode: 0o755,
      content: readFileSync(host.path('/usr/bin/busybox')),
    },
    ...applets.map((name): LayerEntry => ({
      name: `bin/${name}`,
      type: 'symlink',
      target: '/bin/busybox',
    })),
    file('etc/alpine-release', '3.21.0\n'),
    file(
      'etc/passwd',
      'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
    ),
    file('etc/group', 'root:x:0:\nnogroup:x:65534:\n'),
    file('etc/hosts', '127.0.0.1 localhost\n'),
  ];
}

/** The smallest ELF program for x86_64 that writes a text and exits with 0; needs no compiler. */
function programThatSays(words: string): Buffer {
  const text = Buffer.from(words);
  const headers = 64 + 56;
  const base = 0x400000;
  const code = Buffer.from([
    ...[0xb8, 1, 0, 0, 0], // mov eax, write
    ...[0xbf, 1, 0, 0, 0], // mov edi, stdout
    ...[0x48, 0x8d, 0x35, 16, 0, 0, 0], // lea rsi, [rip + 16]: behind the code
    ...[0xba, text.length, 0, 0, 0], // mov edx, length
    ...[0x0f, 0x05], // syscall
    ...[0xb8, 60, 0, 0, 0], // mov eax, exit
    ...[0x31, 0xff], // xor edi, edi
    ...[0x0f, 0x05], // syscall
  ]);
  const elf = Buffer.alloc(headers);
  const size = BigInt(headers + code.length + text.length);
  // 64 bits, little-endian, version 1; an executable for x86_64.
  elf.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  elf.writeUInt16LE(2, 16);
  elf.writeUInt16LE(62, 18);
  elf.writeUInt32LE(1, 20);
  elf.writeBigUInt64LE(BigInt(base + headers), 24); // entry
  elf.writeBigUInt64LE(64n, 32); // where the program header is
  elf.writeUInt16LE(64, 52); // sizes of the headers, and how many
  elf.writeUInt16LE(56, 54);
  elf.writeUInt16LE(1, 56);
  // All of it is loaded, to be read and run.
  elf.writeUInt32LE(1, 64);
  elf.writeUInt32LE(5, 68);
  elf.writeBigUInt64LE(BigInt(base), 80);
  elf.writeBigUInt64LE(BigInt(base), 88);
  elf.writeBigUInt64LE(size, 96);
  elf.writeBigUInt64LE(size, 104);
  elf.writeBigUInt64LE(0x1000n, 112);
  return Buffer.concat([elf, code, text]);
}
