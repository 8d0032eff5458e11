import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Trouble, TroubledRequests, TroubleSetup } from './registry-trouble.ts';

const { target, tokens } = workerData as TroubleSetup;
const token = randomBytes(12).toString('hex');
let trouble: Trouble | undefined;
let left = Infinity;

const server = createServer((asked, answer) => {
  handle(asked, answer).catch(() => answer.destroy());
});

async function handle(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  if (tokens !== undefined && !admit(tokens.login, asked, answer)) return;
  const bent = nextTrouble(asked.url ?? '');
  switch (bent?.kind) {
    case 'hang':
      return;
    case 'answer':
      answer.writeHead(bent.status, bent.headers).end(bent.body ?? '');
      return;
    default:
      await carry(asked, answer, bent);
  }
}

function nextTrouble(path: string): Trouble | undefined {
  if (trouble === undefined || left <= 0 || !concerns(trouble.on, path)) return undefined;
  left -= 1;
  return trouble;
}

function concerns(on: TroubledRequests, path: string): boolean {
  if (on === 'everything') return true;
  return path.includes(on === 'manifests' || on === 'blobs' ? `/${on}/` : `/blobs/${on}`);
}

/** Whether a request may pass; what may not is answered here. */
function admit(
  { user, password }: { user: string; password: string },
  asked: IncomingMessage,
  answer: ServerResponse,
): boolean {
  const { authorization } = asked.headers;
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (asked.url?.startsWith('/token') === true) {
    if (authorization === basic) answer.end(JSON.stringify({ token, expires_in: 300 }));
    else answer.writeHead(401).end('{"details":"incorrect username or password"}');
    return false;
  }
  if (authorization === `Bearer ${token}`) {
    // It is a token for us, not for the registry behind.
    delete asked.headers.authorization;
    return true;
  }
  const realm = `Bearer realm="http://${asked.headers.host ?? ''}/token",service="test"`;
  answer
    .writeHead(401, { 'www-authenticate': realm, 'content-type': 'application/json' })
    .end('{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}');
  return false;
}

async function carry(
  asked: IncomingMessage,
  answer: ServerResponse,
  bent: Extract<Trouble, { kind: 'cut' | 'slow' | 'flip' }> | undefined,
): Promise<void> {
  const { method, url, headers } = asked;
  const onward = request({ host: '127.0.0.1', port: target, method, path: url, headers });
  // Whoever gives up takes the other side along.
  answer.on('close', () => onward.destroy());
  const answered = once(onward, 'response') as Promise<[IncomingMessage]>;
  asked.pipe(onward);
  const [response] = await answered;
  answer.writeHead(response.statusCode ?? 502, response.headers);
  let sent = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    switch (bent?.kind) {
      case 'cut':
        if (sent + chunk.length >= bent.afterBytes) {
          answer.write(chunk.subarray(0, bent.afterBytes - sent), () => answer.destroy());
          return;
        }
        break;
      case 'slow':
        await trickle(chunk, answer, bent.bytesPerSecond);
        continue;
      case 'flip':
        if (sent <= bent.offset && bent.offset < sent + chunk.length)
          chunk.writeUInt8(chunk.readUInt8(bent.offset - sent) ^ 1, bent.offset - sent);
        break;
      case undefined:
    }
    sent += chunk.length;
    if (!answer.write(chunk)) await once(answer, 'drain');
  }
  answer.end();
}

/** Ten writes a second. */
async function trickle(
  chunk: Buffer,
  answer: ServerResponse,
  bytesPerSecond: number,
): Promise<void> {
  const step = Math.max(1, Math.floor(bytesPerSecond / 10));
  for (let at = 0; at < chunk.length && !answer.destroyed; at += step) {
    answer.write(chunk.subarray(at, at + step));
    await sleep(100);
  }
}

server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage((server.address() as AddressInfo).port);
});
parentPort?.on('message', (next: Trouble | undefined) => {
  trouble = next;
  left = next?.times ?? Infinity;
  parentPort?.postMessage('taken');
});
