import { formatEndpoint } from './address.ts';
import { quote } from './shell-quote.ts';
import { usualWorkDir, type Machine } from './target.ts';

/** What makes a machine a host, to be copied. */
export function setupCommand({ address, workDir }: Machine): string {
  const [first] = address.kind === 'ssh' ? address.endpoints : [];
  if (first === undefined) return 'pikaci host setup local';
  const folder = workDir === usualWorkDir ? '' : ` --work-dir ${quote(workDir)}`;
  return `pikaci host setup ${formatEndpoint(first)}${folder}`;
}
