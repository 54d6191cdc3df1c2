import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

describe('yarn generate', () => {
  it('would write the committed document and types, format and all', async () => {
    const script = resolvePackagePath(
      '@postern/backstage-plugin-private-exposure-backend',
      'scripts/generate-openapi.mjs',
    );

    // Rejects, and says of which file, if one is not as the script would write it.
    const { stderr } = await promisify(execFile)(process.execPath, [
      script,
      '--check',
    ]);

    expect(stderr).toBe('');
  });
});
