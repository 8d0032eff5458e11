import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { LinkOrder, LinkShape, Traffic } from './link.ts';

const { target, shape } = workerData as { target: number; shape: LinkShape };
/** What a router would hold: enough for a full pipe, not enough to hide a slow one. */
const bufferBytes = Number.isFinite(shape.bitsPerSecond)
  ? Math.max(64 * 1024, ((shape.bitsPerSecond / 8) * shape.delayMs * 4) / 1000)
  : 4 * 1024 * 1024;

const traffic: Traffic = { up: 0, down: 0, roundTrips: 0 };
let cutAfter: { bytes: number; direction: 'up' | 'down' } | undefined;
let heard = false;
let lastTurn = 0;
let frozen = false;
const sockets = new Set<Socket>();

function count(direction: 'up' | 'down', bytes: number): void {
  traffic[direction] += bytes;
  if (direction === 'down') heard = true;
  else if (heard && performance.now() - lastTurn >= shape.delayMs * 1.8) {
    traffic.roundTrips += 1;
    lastTurn = performance.now();
    heard = false;
  }
}

/** Carries one direction of a connection. */
function carry(from: Socket, to: Socket, direction: 'up' | 'down'): void {
  const queue: { chunk: Buffer | undefined; due: number }[] = [];
  let queued = 0;
  let free = 0;
  let timer: NodeJS.Timeout | undefined;
  const deliver = (): void => {
    timer = undefined;
    const now = performance.now();
    while (queue[0] !== undefined && queue[0].due <= now + 0.2) {
      const { chunk } = queue.shift() ?? {};
      if (chunk === undefined) {
        to.end();
        continue;
      }
      queued -= chunk.length;
      if (direction === 'down') count('down', chunk.length);
      to.write(chunk);
    }
    if (queued < bufferBytes && to.writableLength < bufferBytes) from.resume();
    const [next] = queue;
    if (next !== undefined) timer = setTimeout(deliver, Math.max(0, next.due - now));
  };
  const enqueue = (chunk: Buffer | undefined): void => {
    const bytes = chunk?.length ?? 0;
    const now = performance.now();
    free = Math.max(now, free) + (bytes * 8000) / shape.bitsPerSecond;
    queue.push({ chunk, due: free + shape.delayMs });
    queued += bytes;
    if (queued > bufferBytes || to.writableLength > bufferBytes) from.pause();
    if (free + shape.delayMs <= now + 0.2) deliver();
    else timer ??= setTimeout(deliver, Math.max(0, (queue[0]?.due ?? now) - now));
  };
  from.on('data', (chunk: Buffer) => {
    if (dead.has(from)) return;
    if (direction === 'up') count('up', chunk.length);
    if (cutAfter?.direction === direction) {
      cutAfter.bytes -= chunk.length;
      if (cutAfter.bytes <= 0) {
        cutAfter = undefined;
        from.destroy();
        to.destroy();
        return;
      }
    }
    enqueue(chunk);
  });
  to.on('drain', () => from.resume());
  from.on('end', () => {
    if (!dead.has(from)) enqueue(undefined);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => {
    if (timer === undefined && !dead.has(from)) to.destroy();
  });
}

/** Half-open connections: nothing passes, and neither end is told. */
const dead = new WeakSet<Socket>();

function accept(client: Socket): void {
  if (frozen) {
    sockets.add(client);
    dead.add(client);
    client.on('error', () => undefined).resume();
    return;
  }
  const host = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  client.setNoDelay(true);
  for (const socket of [client, host]) {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }
  carry(client, host, 'up');
  carry(host, client, 'down');
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, accept);
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}

function destroyAll(): void {
  for (const socket of sockets) socket.destroy();
}

let server: Server | undefined = await listen(0);
const { port } = server.address() as { port: number };

async function obey(order: LinkOrder): Promise<unknown> {
  switch (order.order) {
    case 'traffic':
      return { ...traffic };
    case 'cut':
      destroyAll();
      return 'done';
    case 'cut after':
      cutAfter = { bytes: order.bytes, direction: order.direction };
      return 'done';
    case 'freeze':
      frozen = true;
      for (const socket of sockets) dead.add(socket);
      return 'done';
    case 'refuse': {
      const closed = server && once(server, 'close');
      server?.close();
      destroyAll();
      await closed;
      server = undefined;
      return 'done';
    }
    case 'restore':
      frozen = false;
      server ??= await listen(port);
      return 'done';
  }
}

parentPort?.on('message', (order: LinkOrder) => {
  void obey(order).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage(port);
