import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spec } from './openapi.generated';

describe('openapi.generated.ts', () => {
  it('is what openapi.yaml says; run `yarn generate` if it is not', () => {
    const document = parse(
      readFileSync(join(__dirname, 'openapi.yaml'), 'utf8'),
    );

    expect(spec).toEqual(document);
  });
});
