import type { PrivateExposurePaths } from '@postern/backstage-plugin-private-exposure-common';

type Paths = PrivateExposurePaths;
type Method = 'get' | 'post';

type OperationOf<P extends keyof Paths, M extends Method> = Exclude<
  Paths[P][M],
  undefined
>;

type KeyOf<P extends keyof Paths & string, M extends Method> = [
  OperationOf<P, M>,
] extends [never]
  ? never
  : `#${M}|${P}`;

type EndpointKey = {
  [P in keyof Paths & string]: { [M in Method]: KeyOf<P, M> }[Method];
}[keyof Paths & string];

type OperationFor<K extends EndpointKey> =
  K extends `#${infer M extends Method}|${infer P extends keyof Paths & string}`
    ? OperationOf<P, M>
    : never;

type PathOf<O> = O extends { parameters: { path: infer T extends object } }
  ? T
  : Record<string, never>;

type QueryOf<O> = O extends { parameters: { query?: infer T } }
  ? Exclude<T, undefined> extends object
    ? Exclude<T, undefined>
    : Record<string, never>
  : Record<string, never>;

type BodyOf<O> = O extends {
  requestBody: { content: { 'application/json': infer T extends object } };
}
  ? T
  : Record<string, never>;

type Success = 200 | 201 | 202;

type AnswerOf<O> = O extends { responses: infer R }
  ? {
      [S in keyof R & Success]: R[S] extends {
        content: { 'application/json': infer T extends object };
      }
        ? T
        : R[S] extends { content: { 'text/csv': infer T extends string } }
        ? T
        : never;
    }[keyof R & Success]
  : never;

/**
 * The operations of the HTTP API in the shape that Backstage's typed router takes: path, query, body and answer of each
 * follow from the OpenAPI document.
 *
 * @internal
 */
export type Endpoints = {
  [K in EndpointKey]: {
    path: PathOf<OperationFor<K>>;
    query: QueryOf<OperationFor<K>>;
    body: BodyOf<OperationFor<K>>;
    response: AnswerOf<OperationFor<K>>;
  };
};
