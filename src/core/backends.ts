import { hostLocal } from '../backends/host-local/host-local.ts';
import { image } from '../backends/image/image.ts';
import { microvm } from '../backends/microvm/microvm.ts';
import type { Backend } from '../guest/backend.ts';

/** All ways to make guests; of those that take a lane, the first is what `auto` stands for. */
export const backends: readonly Backend[] = [hostLocal, image, microvm];
