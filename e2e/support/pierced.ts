/** The part of the debugger's DOM.Node that is read here: closed shadow roots are open to it. */
export interface Node {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** A node with all below it, shadow roots too. */
export function all(node: Node): Node[] {
  return [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all)];
}
