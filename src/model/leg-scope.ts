/** What a leg of the matrix runs of its target: one lane, or all of them. */
export type LegScope = { kind: 'lane'; lane: string } | { kind: 'target' };

/** As a matrix says it, and the input `lane`: empty for all lanes. */
export function laneWord(scope: LegScope): string {
  return scope.kind === 'lane' ? scope.lane : '';
}

/** What a matrix says with {@link laneWord}. */
export function scopeOfWord(word: string): LegScope {
  return word === '' ? { kind: 'target' } : { kind: 'lane', lane: word };
}

/**
 * What the inputs `target` and `lane` mean. Workflows that were written before the matrix had a key
 * `lane` hand its `id` on, which is the target's own where a leg runs all of its lanes. It is so
 * understood where it can mean nothing else: a lane of that name among others is the lane, since a
 * leg that runs too little is missed by the report, and one that runs too much speaks for others.
 * @param lanes ids of the target's, where they are known
 */
export function scopeOfInputs(
  target: string,
  lane: string | undefined,
  lanes: readonly string[] = [],
): LegScope {
  if (lane === undefined) return { kind: 'target' };
  const isOneOfSeveral = lanes.length > 1 && lanes.includes(lane);
  return lane !== target || isOneOfSeveral ? { kind: 'lane', lane } : { kind: 'target' };
}
