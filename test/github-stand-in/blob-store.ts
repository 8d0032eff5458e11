import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import {
  BlobServiceClient,
  generateBlobSASQueryParameters,
  BlobSASPermissions,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';

/** The account that every Azurite has; https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const account = new StorageSharedKeyCredential(
  'devstoreaccount1',
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
);

const container = 'artifacts';

/** Azurite, which is what artifacts are stored in off Azure. It keeps all in memory. */
export class BlobStore implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #client: BlobServiceClient;

  private constructor(child: ChildProcess, client: BlobServiceClient) {
    this.#child = child;
    this.#client = client;
  }

  /** Ends with this process at the latest. */
  static async start(): Promise<BlobStore> {
    const require = createRequire(import.meta.url);
    const program = require.resolve('azurite/dist/src/blob/main.js');
    const child = fork(
      program,
      [
        ...['--blobHost', '127.0.0.1', '--blobPort', '0'],
        ...['--inMemoryPersistence', '--silent', '--disableTelemetry', '--skipApiVersionCheck'],
      ],
      {
        execArgv: ['--import', 'data:text/javascript,process.on("disconnect",()=>process.exit())'],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const address = await listening(child);
    const client = new BlobServiceClient(`${address}/${account.accountName}`, account);
    await client.getContainerClient(container).create();
    return new BlobStore(child, client);
  }

  /** An address that may be written once, as GitHub hands it out. */
  uploadUrl(blob: string): string {
    return this.#signed(blob, 'cw', {});
  }

  /** An address that downloads what is there as a file of some name. */
  downloadUrl(blob: string, contentType: string, fileName: string): string {
    const contentDisposition = `attachment; filename="${fileName}"`;
    return this.#signed(blob, 'r', { contentType, contentDisposition });
  }

  async read(blob: string): Promise<{ content: Buffer; contentType: string }> {
    const client = this.#client.getContainerClient(container).getBlobClient(blob);
    const [content, properties] = await Promise.all([
      client.downloadToBuffer(),
      client.getProperties(),
    ]);
    return { content, contentType: properties.contentType ?? '' };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  #signed(
    blob: string,
    permissions: string,
    headers: { contentType?: string; contentDisposition?: string },
  ): string {
    const signature = generateBlobSASQueryParameters(
      {
        containerName: container,
        blobName: blob,
        permissions: BlobSASPermissions.parse(permissions),
        expiresOn: new Date(Date.now() + 3_600_000),
        ...headers,
      },
      account,
    );
    const { url } = this.#client.getContainerClient(container).getBlobClient(blob);
    return `${url}?${signature.toString()}`;
  }
}

/** Its address, once it says that it is there. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: string): void => {
      said += text;
      const [, address] = /successfully listens on (\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.once('exit', () => reject(new Error(`azurite ended:\n${said}`)));
  });
}
