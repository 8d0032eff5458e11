import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import { openHost } from '../../src/host/open.ts';
import { HostSession } from '../../src/run/host-session.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { credentialsFor, specAt, sshPort } from '../support/ssh-host.ts';
import { describeWithHost } from './support.ts';

const who = { script: 'id -un', purpose: 'say who I am' };

function sessionAt(host: EmbeddedHost, port: number, patienceMs?: number): HostSession {
  return new HostSession(specAt(host, port), {
    open: (spec, options) => openHost(spec, credentialsFor(host, port), options),
    snapshot: new Promise(() => undefined),
    project: 'p',
    run: 'r',
    registryAuth: () => '{}',
    onFirstUse: () => Promise.resolve(undefined),
    emit: () => undefined,
    signal: new AbortController().signal,
    ...(patienceMs !== undefined && { patienceMs }),
  });
}

describeWithHost('a host', (host) => {
  it('that comes up 5 s late is waited for by all lanes together', async () => {
    const port = sshPort(host()) + 5;
    await using session = sessionAt(host(), port);
    const lanes = [session.host(), session.host()];
    await sleep(5000);
    host().startSshd(port);
    const [first, second] = await Promise.all(lanes);
    expect(first).toBe(second);
    expect(first && (await capture(first, who))).toBe('ci\n');
    host().stopSshd(port);
  });

  it('that takes no more logins for the moment is asked again', async () => {
    const port = sshPort(host()) + 6;
    host().startSshd(port, '-o', 'MaxStartups=1');
    // Who connects and says nothing takes the only place there is.
    const holder = connect(port, '127.0.0.1');
    await once(holder, 'data');
    await using session = sessionAt(host(), port);
    const opened = session.host();
    await sleep(5000);
    holder.destroy();
    expect(await capture(await opened, who)).toBe('ci\n');
    host().stopSshd(port);
  });

  it('that was not there is really asked again by who tries again', async () => {
    const port = sshPort(host()) + 7;
    await using session = sessionAt(host(), port, 0);
    await expect(session.host()).rejects.toMatchObject({ failure: { cause: 'host_unreachable' } });
    host().startSshd(port);
    expect(await capture(await session.host(), who)).toBe('ci\n');
    host().stopSshd(port);
  });
});
