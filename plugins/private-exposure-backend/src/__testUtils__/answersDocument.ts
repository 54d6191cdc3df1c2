import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import { spec } from '../schema/openapi.generated';

const ajv = addFormats(
  new Ajv2020({ strict: false, allErrors: true, discriminator: false }),
);
ajv.addSchema(spec, 'openapi');

/**
 * Checks an answer against the OpenAPI document: the schema of its operation and status, else that of an error.
 *
 * @param path - as in the document, such as `/v1/exposures/{exposureId}`
 */
export function expectAnswersDocument(
  response: Response,
  method: 'get' | 'post',
  path: keyof typeof spec.paths,
): void {
  const pointer = [
    'paths',
    path,
    method,
    'responses',
    response.status,
    'content',
    'application/json',
    'schema',
  ]
    .map(part => encodeURIComponent(String(part).replaceAll('/', '~1')))
    .join('/');
  const ref =
    response.status < 300
      ? `openapi#/${pointer}`
      : 'openapi#/components/schemas/Error';
  const validate = ajv.getSchema(ref);
  if (!validate) throw new Error(`The document has no '${ref}'`);
  validate(response.body);
  expect(validate.errors ?? []).toEqual([]);
}
