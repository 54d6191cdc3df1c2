/**
 * A form body read as a tree along the dots of its keys.
 *
 * @internal
 */
export interface FormTree {
  /** The text at this very key, if there is one. */
  text?: string;
  children: Map<string, FormTree>;
}

/** Reads `A.B.1=x&C=y` into a tree. @internal */
export function parseForm(body: string): FormTree {
  const root: FormTree = { children: new Map() };
  for (const [key, value] of new URLSearchParams(body)) {
    let node = root;
    for (const part of key.split('.')) {
      let child = node.children.get(part);
      if (!child) {
        child = { children: new Map() };
        node.children.set(part, child);
      }
      node = child;
    }
    node.text = value;
  }
  return root;
}

/**
 * The numbered children in order of their numbers; gaps close up.
 *
 * @internal
 */
export function numberedChildren(node: FormTree): FormTree[] {
  return [...node.children]
    .filter(([key]) => /^\d+$/.test(key))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, child]) => child);
}
