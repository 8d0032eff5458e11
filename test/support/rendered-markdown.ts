import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export type RenderedNode = DefaultTreeAdapterTypes.ChildNode;

/** Markdown as GitHub renders it, but before it takes out what it deems dangerous. */
export function renderMarkdown(markdown: string): RenderedNode[] {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return parseFragment(html).childNodes;
}

/** Every element with its attributes, in order; comments and such by their kind. */
export function elementsIn(nodes: readonly RenderedNode[]): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return node.nodeName === '#text' ? [] : [node.nodeName];
    const attributes = node.attrs.map(({ name, value }) => ` ${name}="${value}"`);
    return [`${node.tagName}${attributes.join('')}`, ...elementsIn(node.childNodes)];
  });
}

/** The text of the elements of a name. */
export function textIn(nodes: readonly RenderedNode[], tag: string): string {
  return nodes
    .map((node) => {
      if (!('tagName' in node)) return '';
      return node.tagName === tag ? allText(node) : textIn(node.childNodes, tag);
    })
    .join('');
}

function allText(node: RenderedNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(allText).join('') : '';
}
