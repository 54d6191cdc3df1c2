import { AnyClusterProfile } from '../../intents/anyClusterProfile';

/** Settings that don't go together, or a value that can't be, with the rule that has to say so. @internal */
export interface Combination {
  /** What is wrong, in words. */
  what: string;
  /** Id of the rule. */
  rule: string;
  /** A file that has it. */
  bad: string;
  /** The same file without it. */
  good: string;
  /** The file before a change that made the other two of it. */
  before?: string;
  /** Default: a manifest's. */
  path?: string;
  cluster?: AnyClusterProfile;
  /** Domains that names may lie in. */
  domains?: readonly string[];
}

/** One combination as the lines that make it; a key without a `/` gets the subject's prefix. @internal */
export interface Row {
  what: string;
  rule: string;
  /** Annotations that have it. */
  bad?: readonly string[];
  /** Those in their place that don't. Default: none. */
  good?: readonly string[];
  /** Those before a change. */
  before?: readonly string[];
  /** Those on all sides. */
  both?: readonly string[];
  /** Lines of the spec, where they are not the subject's. */
  spec?: readonly string[];
  /** Lines of the spec that have it. */
  badSpec?: readonly string[];
  cluster?: AnyClusterProfile;
}

/** How a subject's objects are written. @internal */
export interface Subject {
  prefix: string;
  write(annotations: string, spec: string): string;
  spec?: readonly string[];
  cluster?: AnyClusterProfile;
}

const indented = (lines: readonly string[], by: number) =>
  lines.map(line => `${' '.repeat(by)}${line}\n`).join('');

/** Writes a Service of type LoadBalancer, with a port 443 unless the spec has ports of its own. @internal */
export const asService: Subject['write'] = (annotations, spec) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n${annotations}spec:\n  type: LoadBalancer\n${spec}${
    spec.includes('ports:') ? '' : '  ports: [{port: 443}]\n'
  }`;

/** Writes an Ingress of class alb, with a default backend unless the spec has backends of its own. @internal */
export const asIngress: Subject['write'] = (annotations, spec) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: payments\n  annotations:\n${annotations}spec:\n  ingressClassName: alb\n${spec}${
    /rules:|defaultBackend:/.test(spec)
      ? ''
      : '  defaultBackend: {service: {name: payments, port: {number: 443}}}\n'
  }`;

/** Writes the combinations of a subject out. @internal */
export function combinationsOf(
  { prefix, write, ...subject }: Subject,
  rows: readonly Row[],
): Combination[] {
  return rows.map(row => {
    const { what, rule, both = [], spec = subject.spec ?? [] } = row;
    const file = (
      own: readonly string[] = [],
      ownSpec: readonly string[] = [],
    ) => {
      const lines = [...both, ...own].map(line =>
        /^[^:]*\//.test(line) ? line : `${prefix}${line}`,
      );
      return write(
        // An object without a single annotation is another test.
        indented(['example.com/team: payments', ...lines], 4),
        indented([...spec, ...ownSpec], 2),
      );
    };
    return {
      what,
      rule,
      cluster: row.cluster ?? subject.cluster,
      bad: file(row.bad, row.badSpec),
      good: file(row.good),
      ...(row.before && { before: file(row.before) }),
    };
  });
}
