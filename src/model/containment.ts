/**
 * Whether a lane on the host itself runs in namespaces of its own. Where it does not, it sees and can
 * change what its user can, the work folder included, and what it starts may outlive it.
 */
export type Containment = { contained: true } | { contained: false; reason: string };

/** One line for people, and for whoever searches logs for it; none where all is well. */
export function containmentLines(containment: Containment): string[] {
  return containment.contained
    ? []
    : [
        `contained: false; the lane can reach what its user can on this host: ${containment.reason}`,
      ];
}
