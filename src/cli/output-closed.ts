import { cancelledBy } from '../model/failure.ts';

/**
 * Aborts when whoever reads our output goes, as `head` does: a program ends quietly then, once it has
 * cleared away behind itself. What is written meanwhile is lost, which is no error either.
 */
export function outputClosed(): AbortSignal {
  const controller = new AbortController();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    unlessClosed(error);
    controller.abort(cancelledBy('whoever read the output, who is gone'));
  });
  process.stderr.on('error', unlessClosed);
  return controller.signal;
}

/** A terminal that is gone answers with EIO. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
