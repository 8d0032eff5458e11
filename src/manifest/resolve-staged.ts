import type { StagedSet } from '../model/target.ts';
import type { Finding, Path } from './finding.ts';
import type { ManifestText } from './manifest-schema.ts';

export type StagedSets = ReadonlyMap<string, StagedSet>;
type StagedText = NonNullable<ManifestText['staged']>[string];

export function resolveStagedSets(
  texts: Readonly<Record<string, StagedText>>,
  report: (finding: Finding) => void,
): StagedSets {
  const nodes = new Map<string, { set: string; installable: string }>();
  const sets = Object.entries(texts).map(([name, text]): [string, StagedSet] => {
    for (const finding of outputFindings(['staged', name, 'outputs'], text)) report(finding);
    for (const [index, output] of text.outputs.entries()) {
      // As the plan calls it: what it calls alike is built once.
      const node = `${text.node_prefix ?? name}-${output.name}`;
      const other = nodes.get(node) ?? { set: name, installable: output.installable };
      nodes.set(node, other);
      if (other.set === name || other.installable === output.installable) continue;
      const problem = `would be called \`prepare-${node}\`, as is \`${other.installable}\` of \`${other.set}\`; give one of the sets another node_prefix`;
      report({ path: ['staged', name, 'outputs', index, 'name'], at: 'value', problem });
    }
    return [name, stagedSet(name, text)];
  });
  return new Map(sets);
}

function stagedSet(name: string, { node_prefix, outputs }: StagedText): StagedSet {
  return {
    name,
    nodePrefix: node_prefix ?? name,
    outputs: outputs.map((output) => ({
      name: output.name,
      installable: output.installable,
      needs: output.needs ?? [],
      mount: output.mount ?? `/staged/linux-rust/${output.name}`,
    })),
  };
}

function* outputFindings(path: Path, { outputs }: StagedText): Generator<Finding> {
  const names = outputs.map(({ name }) => name);
  for (const [index, { name, needs = [] }] of outputs.entries()) {
    const before = names.slice(0, index);
    if (before.includes(name)) {
      const problem = `output \`${name}\` is declared twice`;
      yield { path: [...path, index, 'name'], at: 'value', problem };
    }
    for (const [place, need] of needs.entries()) {
      // Only earlier outputs may be needed: the order in the file is an order of building.
      if (before.includes(need)) continue;
      const problem = `\`${need}\` is no output before \`${name}\`${names.includes(need) ? '' : ', nor after it'}`;
      yield { path: [...path, index, 'needs', place], at: 'value', problem };
    }
  }
}
