import { ControllerRefusal } from '../ControllerRefusal';
import { goByteLength } from '../../values/goText';
import { IngressPath, LbcIngress } from './LbcIngress';

/** What a path is compared with: literal patterns or regular expressions. @internal */
export interface PathPatterns {
  values: readonly string[];
  regexValues: readonly string[];
}

const ABOUT = ['spec.rules'];
const WILDCARDS = /[*?]/;

const literal = (...values: string[]): PathPatterns => ({
  values,
  regexValues: [],
});

function checkWildcards(path: string, type: string): void {
  if (WILDCARDS.test(path))
    throw new ControllerRefusal(
      `${type} path shouldn't contain wildcards: ${path}`,
      ABOUT,
    );
}

function planPrefix(path: string): PathPatterns {
  if (path === '/') return literal('/*');
  checkWildcards(path, 'prefix');
  const bare = path.replace(/\/$/, '');
  return literal(bare, `${bare}/*`);
}

/**
 * What a path of a rule is compared with.
 *
 * @remarks `buildPathPatterns` in `pkg/ingress/model_build_listener_rules.go`, version 3.5.
 *
 * @internal
 */
export function planPathPatterns(
  { annotations }: Pick<LbcIngress, 'annotations'>,
  path: string,
  pathType: string | undefined,
): PathPatterns {
  switch (pathType) {
    case undefined:
    case 'ImplementationSpecific':
      // Kubernetes wants a path to start with a slash, which a regular expression needn't.
      return annotations.boolean('use-regex-path-match')
        ? { values: [], regexValues: [path.slice(1)] }
        : literal(path);
    case 'Exact':
      checkWildcards(path, 'exact');
      return literal(path);
    case 'Prefix':
      return planPrefix(path);
    default:
      throw new ControllerRefusal(`unsupported pathType: ${pathType}`, ABOUT);
  }
}

/**
 * The paths of a rule in the order in which they are compared: exact ones, then prefixes, the longest first, then the rest.
 *
 * @remarks `sortIngressPaths` in `pkg/ingress/model_build_listener_rules.go`, version 3.5.
 *
 * @internal
 */
export function sortPaths(paths: readonly IngressPath[]): IngressPath[] {
  const unknown = paths.find(
    ({ pathType }) =>
      pathType !== undefined &&
      !['Exact', 'Prefix', 'ImplementationSpecific'].includes(pathType),
  );
  if (unknown)
    throw new ControllerRefusal(
      `unknown pathType for path ${unknown.path}`,
      ABOUT,
    );
  const of = (type: string) => paths.filter(path => path.pathType === type);
  return [
    ...of('Exact'),
    ...of('Prefix').sort((a, b) => goByteLength(b.path) - goByteLength(a.path)),
    ...paths.filter(
      ({ pathType }) =>
        pathType === undefined || pathType === 'ImplementationSpecific',
    ),
  ];
}
