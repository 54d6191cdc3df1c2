import { AwsFault } from '../../world';
import type { Operation } from '../server/Operation';
import { Incoming, WireAnswer, WireRequest, WireService } from './Codec';
import { toRecord } from './jsonCodec';
import { readLocations, writeHeaders } from './restLocations';
import { matchRoute, RouteMatch } from './restRoutes';
import { StructureShape } from './shapes';

/** How a REST protocol reads and writes bodies. @internal */
export interface RestBodies {
  /** The members of the body, the payload among them. */
  read(shape: StructureShape, body: string): Record<string, unknown>;
  write(
    operation: Operation,
    value: Record<string, unknown>,
    xmlNamespace: string,
  ): string;
  contentType: string;
}

/** Finds the operation by method, path and query. @internal */
export function openRest(
  bodies: RestBodies,
  service: WireService,
  request: WireRequest,
): Incoming {
  const found = findRoute(service, request);
  const find = () => {
    if (found) return found.operation;
    throw new AwsFault(
      'UnknownOperationException',
      `The sandbox does not play ${request.method} ${request.url}`,
      404,
    );
  };
  return {
    action: found?.operation.action ?? '',
    operation: find,
    read: () => {
      const { input } = find();
      return {
        ...bodies.read(input, request.body),
        ...(found
          ? readLocations(input, { ...found.match, headers: request.headers })
          : {}),
      };
    },
  };
}

/** The operation whose path and query say most of those that fit. */
function findRoute(
  service: WireService,
  request: WireRequest,
): { operation: Operation; match: RouteMatch } | undefined {
  return [...service.operations.values()]
    .flatMap(operation => {
      const match = operation.http && matchRoute(operation.http, request);
      return match ? [{ operation, match }] : [];
    })
    .sort((left, right) => weight(right.operation) - weight(left.operation))[0];
}

function weight({ http }: Operation): number {
  if (!http) return 0;
  return Object.keys(http.query).length * 100 - http.labels.length;
}

/** Writes a success: body, headers, and the status that the operation has. @internal */
export function writeRest(
  bodies: RestBodies,
  operation: Operation,
  answer: { value: unknown; xmlNamespace: string },
): WireAnswer {
  const record = toRecord(answer.value);
  const body = bodies.write(operation, record, answer.xmlNamespace);
  return {
    status: operation.http?.status ?? 200,
    headers: {
      ...writeHeaders(operation.output, record),
      'content-type': bodies.contentType,
    },
    body,
  };
}
