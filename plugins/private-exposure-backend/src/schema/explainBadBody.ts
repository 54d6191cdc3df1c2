import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler, Request } from 'express';
import { spec } from './openapi.generated';

/** The part of the document that is about bodies. */
interface BodySchema {
  $ref?: string;
  type?: string;
  additionalProperties?: boolean;
  properties?: Record<string, BodySchema>;
}
interface Operation {
  operationId: string;
  requestBody?: { content: { 'application/json': { schema: BodySchema } } };
}
const paths: Record<string, { get?: Operation; post?: Operation }> = spec.paths;
const schemas: Record<string, object> = spec.components.schemas;

/**
 * Says what is wrong where the validator does not: which fields of a body are not known, and that a body is not JSON.
 * Every other refusal goes on as it is; the validator names the field.
 *
 * @internal
 */
export function explainBadBody(): ErrorRequestHandler {
  return (error, req, _res, next) => {
    const schema = bodySchemaOf(req);
    if (schema && !req.is('application/json')) {
      next(
        new InputError(
          "request/body must be JSON, sent with 'Content-Type: application/json'",
          error,
        ),
      );
      return;
    }
    const unknown = schema && findUnknownField(schema, req.body);
    next(unknown ? new InputError(unknown, error) : error);
  };
}

/** The validator notes which path of the document a request is for. */
function bodySchemaOf(req: Request): BodySchema | undefined {
  const { openapi } = req as { openapi?: { openApiRoute?: string } };
  const operations = paths[openapi?.openApiRoute ?? ''];
  const operation = req.method === 'POST' ? operations?.post : undefined;
  return operation?.requestBody?.content['application/json'].schema;
}

/** What to do about the first field that the schema does not know, or undefined if it knows them all. */
function findUnknownField(
  schema: BodySchema,
  value: unknown,
  place = 'request/body',
): string | undefined {
  const { additionalProperties, properties = {} } = resolve(schema);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const path = `${place}/${name}`;
    if (!Object.hasOwn(properties, name)) {
      if (additionalProperties !== false) continue;
      const known = Object.keys(properties).join(', ');
      return `${path} is not a field of this request; leave it out. The fields of ${place} are: ${known}`;
    }
    const found = findUnknownField(properties[name], inner, path);
    if (found) return found;
  }
  return undefined;
}

function resolve(schema: BodySchema): BodySchema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : schemas[name];
}
