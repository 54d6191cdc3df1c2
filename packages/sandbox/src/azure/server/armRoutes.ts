import { AzureFault } from '../../azureWorld';
import { ArmMethod, ArmOperation } from './ArmOperation';

/** An operation and what the request's path has in its places. @internal */
export interface ArmMatch {
  operation: ArmOperation;
  params: Record<string, string>;
}

const PLACE = /^\{(.+)\}$/;

function matchSegments(
  pattern: string[],
  segments: string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = PLACE.exec(part)?.[1];
    const segment = segments[index];
    if (name) params[name] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

/**
 * Finds operations by method and path. As in Azure, the case of a path does not
 * matter.
 *
 * @internal
 */
export class ArmRoutes {
  readonly #routes = new Map<
    number,
    { pattern: string[]; operation: ArmOperation }[]
  >();

  constructor(operations: ArmOperation[]) {
    for (const operation of operations) {
      const pattern = segmentsOf(operation.path);
      const routes = this.#routes.get(pattern.length) ?? [];
      routes.push({ pattern, operation });
      this.#routes.set(pattern.length, routes);
    }
  }

  /**
   * The operation for a request.
   *
   * @throws AzureFault 404 for a path that the sandbox does not play, 405 for a
   * method that it does not.
   */
  match(method: string, path: string): ArmMatch {
    const segments = segmentsOf(path).map(decode);
    const matches = (this.#routes.get(segments.length) ?? []).flatMap(
      ({ pattern, operation }) => {
        const params = matchSegments(pattern, segments);
        return params ? [{ operation, params }] : [];
      },
    );
    const match = matches.find(({ operation }) => operation.method === method);
    if (match) return match;
    if (matches.length > 0) {
      throw new AzureFault(
        'MethodNotAllowed',
        `The request method '${method}' is not allowed at '${path}'. The sandbox plays ${matches
          .map(({ operation }) => operation.method)
          .join(', ')}.`,
        { status: 405 },
      );
    }
    throw unknownPath(segments);
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

function unknownPath(segments: string[]): AzureFault {
  const provider = segments.findIndex(
    segment => segment.toLowerCase() === 'providers',
  );
  const [, namespace, ...rest] = provider < 0 ? [] : segments.slice(provider);
  if (!namespace) {
    return new AzureFault(
      'NotFound',
      `The sandbox does not play '/${segments.join('/')}'.`,
      { status: 404 },
    );
  }
  const type = rest.filter((_, index) => index % 2 === 0).join('/');
  return new AzureFault(
    'InvalidResourceType',
    `The resource type '${type}' could not be found in the namespace '${namespace}'; the sandbox does not play it.`,
    { status: 404 },
  );
}

const VERBS: Record<ArmMethod, string> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
  POST: 'action',
};

/** Namespace and types that a path is about; undefined outside of providers. @internal */
export function typeOfPath(
  path: string,
): { namespace: string; type: string } | undefined {
  const [, after] = path.split(/\/providers\//i);
  if (!after) return undefined;
  const [namespace, ...rest] = segmentsOf(after);
  const type = rest.filter((_, index) => index % 2 === 0).join('/');
  return type ? { namespace, type } : undefined;
}

/**
 * The action that a role must have for an operation, if it must have one.
 *
 * @param path - the operation's path with the namespace and type that it is for
 * @internal
 */
export function actionOf(
  operation: ArmOperation,
  path: string,
): string | false {
  if (operation.action !== undefined) return operation.action;
  const type = typeOfPath(path);
  const verb = VERBS[operation.method];
  return type ? `${type.namespace}/${type.type}/${verb}` : verb;
}
