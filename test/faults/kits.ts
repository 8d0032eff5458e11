import type { FaultKit } from './kits/fault-kit.ts';
import { hostLocal } from './kits/host-local.ts';
import { image } from './kits/image.ts';
import { microvm } from './kits/microvm.ts';
import { uncontained } from './kits/uncontained.ts';

/** In the order in which the suite takes them. */
export const kits: readonly FaultKit[] = [hostLocal, uncontained, microvm, image];
