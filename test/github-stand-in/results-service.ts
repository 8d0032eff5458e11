import { createHash, randomUUID } from 'node:crypto';
import type { Answer } from './description.ts';
import type { BlobStore } from './blob-store.ts';

// GitHub's service for artifacts, as its own client calls it: twirp in JSON, and signed addresses of
// a blob store. What it takes and answers is in the client's generated code:
// https://github.com/actions/toolkit/tree/main/packages/artifact/src/generated

export interface Artifact {
  id: number;
  name: string;
  /** Of the workflow run, that uploaded it. */
  attempt: number;
  job: string;
  mimeType: string;
  bytes: number;
  digest: string;
  /** As the blob store has it. */
  contentType: string;
}

interface Stored extends Artifact {
  blob: string;
  isFinal: boolean;
  createdAt: string;
}

interface Attempt {
  number: number;
  /** What its jobs call the run by. */
  backendId: string;
  /** Whether jobs of the attempt before stand for those that are not run again. */
  isPartial: boolean;
}

interface Identity {
  attempt: Attempt;
  job: string;
  jobBackendId: string;
}

type Fields = Readonly<Record<string, unknown>>;

export class ResultsService {
  readonly #stored: Stored[] = [];
  readonly #identities = new Map<string, Identity>();
  readonly #attempts: Attempt[] = [{ number: 1, backendId: randomUUID(), isPartial: false }];
  readonly #store: () => Promise<BlobStore>;
  #lastId = 100;

  /** @param store starts it when it is first needed */
  constructor(store: () => Promise<BlobStore>) {
    this.#store = store;
  }

  get artifacts(): readonly Artifact[] {
    return this.#stored.filter(({ isFinal }) => isFinal);
  }

  get attempt(): Attempt {
    const attempt = this.#attempts.at(-1);
    if (attempt === undefined) throw new Error('a run has an attempt');
    return attempt;
  }

  nextAttempt(isPartial: boolean): void {
    const number = this.attempt.number + 1;
    this.#attempts.push({ number, backendId: randomUUID(), isPartial });
  }

  /** What the runner gives a job to prove itself with. */
  tokenFor(job: string): string {
    const jobBackendId = randomUUID();
    const { backendId } = this.attempt;
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const scp = `Actions.GenericRead:${randomUUID()} Actions.Results:${backendId}:${jobBackendId}`;
    const token = `${part({ alg: 'none' })}.${part({ scp, jti: jobBackendId })}.${randomUUID()}`;
    this.#identities.set(token, { attempt: this.attempt, job, jobBackendId });
    return token;
  }

  async content({ id }: Artifact): Promise<Buffer> {
    const stored = this.#stored.find((it) => it.id === id);
    if (stored === undefined) throw new Error(`no artifact ${id}`);
    return (await (await this.#store()).read(stored.blob)).content;
  }

  async answer(method: string, token: string, body: unknown): Promise<Answer> {
    const identity = this.#identities.get(token);
    if (identity === undefined) return problem(401, 'unauthenticated', 'invalid token');
    const fields = body as Fields;
    const allowed = fieldsOf[method];
    if (allowed === undefined) return problem(404, 'bad_route', `no handler for ${method}`);
    const unknown = Object.entries(fields).find(([name, value]) => typeof value !== allowed[name]);
    if (unknown !== undefined) return problem(400, 'malformed', `field ${unknown[0]}`);
    if (
      fields['workflow_run_backend_id'] !== identity.attempt.backendId ||
      fields['workflow_job_run_backend_id'] !== identity.jobBackendId
    ) {
      // An artifact is read by the ids that its listing has.
      if (method !== 'GetSignedArtifactURL' && method !== 'DeleteArtifact') {
        return problem(403, 'permission_denied', 'the token is for another job');
      }
    }
    switch (method) {
      case 'CreateArtifact':
        return this.#create(identity, fields);
      case 'FinalizeArtifact':
        return this.#finalize(identity, fields);
      case 'ListArtifacts':
        return this.#list(identity, fields);
      case 'GetSignedArtifactURL':
        return this.#sign(identity, fields);
      default:
        return this.#delete(identity, fields);
    }
  }

  async #create({ attempt, job }: Identity, fields: Fields): Promise<Answer> {
    const name = textOf(fields['name'], '');
    if (name === '' || name.length > 255 || /["<>:|*?\r\n\\/]/.test(name)) {
      return problem(400, 'invalid_argument', `the artifact name ${name} is not valid`);
    }
    if (Number(fields['version']) < 4) return problem(400, 'invalid_argument', 'version');
    if (this.#stored.some((it) => it.attempt === attempt.number && it.name === name)) {
      return problem(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      );
    }
    this.#lastId += 1;
    const blob = `${attempt.backendId}/${this.#lastId}`;
    this.#stored.push({
      id: this.#lastId,
      name,
      attempt: attempt.number,
      job,
      mimeType: textOf(fields['mime_type'], 'application/zip'),
      bytes: 0,
      digest: '',
      contentType: '',
      blob,
      isFinal: false,
      createdAt: new Date().toISOString(),
    });
    const url = (await this.#store()).uploadUrl(blob);
    return { status: 200, body: { ok: true, signed_upload_url: url } };
  }

  async #finalize({ attempt }: Identity, fields: Fields): Promise<Answer> {
    const found = this.#stored.find(
      (it) => it.attempt === attempt.number && it.name === fields['name'] && !it.isFinal,
    );
    if (found === undefined) return problem(404, 'not_found', 'artifact not found');
    const { content, contentType } = await (await this.#store()).read(found.blob);
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    if (Number(fields['size']) !== content.length || fields['hash'] !== digest) {
      return problem(400, 'invalid_argument', 'size or hash is not that of the blob');
    }
    Object.assign(found, { isFinal: true, bytes: content.length, digest, contentType });
    return { status: 200, body: { ok: true, artifact_id: String(found.id) } };
  }

  #list({ attempt }: Identity, fields: Fields): Answer {
    const { name_filter: name, id_filter: id } = fields;
    const artifacts = this.#visible(attempt)
      .filter((it) => name === undefined || it.name === name)
      .filter((it) => id === undefined || String(it.id) === id);
    return { status: 200, body: { artifacts: artifacts.map((it) => this.#listed(it)) } };
  }

  async #sign({ attempt }: Identity, fields: Fields): Promise<Answer> {
    const found = this.#named(attempt, fields);
    if (found === undefined) return problem(404, 'not_found', 'artifact not found');
    const isZip = found.mimeType === 'application/zip';
    const fileName = isZip ? `${found.name}.zip` : found.name;
    const url = (await this.#store()).downloadUrl(found.blob, found.mimeType, fileName);
    return { status: 200, body: { signed_url: url } };
  }

  #delete({ attempt }: Identity, fields: Fields): Answer {
    const found = this.#named(attempt, fields);
    if (found === undefined) return problem(404, 'not_found', 'artifact not found');
    this.#stored.splice(this.#stored.indexOf(found), 1);
    return { status: 200, body: { ok: true, artifact_id: String(found.id) } };
  }

  /**
   * Each attempt keeps its own artifacts; "Re-run failed jobs" sees those of the attempt before, too,
   * and "Re-run all jobs" does not. https://github.com/go-gitea/gitea/pull/38857 tried it out.
   */
  #visible(attempt: Attempt): Stored[] {
    const seen = new Set<number>();
    for (let it: Attempt | undefined = attempt; it !== undefined;) {
      seen.add(it.number);
      it = it.isPartial ? this.#attempts[it.number - 2] : undefined;
    }
    return this.#stored.filter((it) => it.isFinal && seen.has(it.attempt));
  }

  #named(attempt: Attempt, { workflow_run_backend_id: run, name }: Fields): Stored | undefined {
    return this.#visible(attempt).find((it) => it.name === name && this.#backendOf(it) === run);
  }

  #backendOf({ attempt }: Stored): string {
    return this.#attempts[attempt - 1]?.backendId ?? '';
  }

  #listed(artifact: Stored): object {
    return {
      workflow_run_backend_id: this.#backendOf(artifact),
      workflow_job_run_backend_id: artifact.job,
      database_id: String(artifact.id),
      name: artifact.name,
      size: String(artifact.bytes),
      created_at: artifact.createdAt,
      digest: artifact.digest,
    };
  }
}

const ids = { workflow_run_backend_id: 'string', workflow_job_run_backend_id: 'string' };

/** 64-bit numbers are strings in protobuf's JSON. */
const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateArtifact: {
    ...ids,
    name: 'string',
    expires_at: 'string',
    version: 'number',
    mime_type: 'string',
  },
  FinalizeArtifact: { ...ids, name: 'string', size: 'string', hash: 'string' },
  ListArtifacts: { ...ids, name_filter: 'string', id_filter: 'string' },
  GetSignedArtifactURL: { ...ids, name: 'string' },
  DeleteArtifact: { ...ids, name: 'string' },
};

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function problem(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}
