import { formatEndpoint } from '../model/address.ts';
import type { Machine } from '../model/target.ts';

/** Where a host is, in one line. */
export function addressText({ address }: Machine): string {
  switch (address.kind) {
    case 'local':
      return 'local';
    case 'ssh':
      return address.endpoints.map(formatEndpoint).join(', ');
    case 'unknown':
      return 'nobody said where it is';
  }
}
