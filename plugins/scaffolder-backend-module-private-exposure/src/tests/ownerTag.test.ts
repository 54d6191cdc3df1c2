import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { portalView } from '../__testUtils__/portalView';
import {
  readFolder,
  readTemplate,
  startScaffolder,
  templatesFolder,
} from '../__testUtils__/startScaffolder';

const ownerTag = 'acme:owner';

describe('privateExposure.ownerTag', () => {
  it.each([
    ['expose-aws-privatelink', 'new-service'],
    ['expose-aws-privatelink', 'existing-manifest'],
    ['expose-aws-privatelink', 'cloudformation'],
    ['connect-private-service', 'catalogued'],
    ['connect-private-service', 'partner'],
    ['connect-azure-private-service', 'catalogued'],
    ['connect-azure-private-service', 'partner'],
    ['publish-aws-cloudfront', 'existing-manifest'],
    ['publish-aws-cloudfront', 'cloudformation'],
    ['publish-aws-cloudfront', 'public-entrance'],
    ['prepare-aws-entrance', 'terraform'],
    ['prepare-aws-entrance', 'cloudformation'],
    ['expose-aws-load-balancer', 'existing-manifest'],
    ['prepare-aws-cluster', 'terraform'],
    ['prepare-aws-cluster', 'cloudformation'],
    ['publish-azure-front-door', 'default-name'],
    ['publish-azure-front-door', 'own-domain'],
  ])(
    'is the tag that %s writes for %s',
    async (template, name) => {
      const folder = resolve(templatesFolder, template, 'expected', name);
      const values = await readFile(resolve(folder, 'values.json'), 'utf8');
      const scaffolder = await startScaffolder(
        resolve(folder, 'before'),
        portalView([]),
        { ownerTag },
      );

      const { status, files } = await scaffolder
        .dryRun(await readTemplate(template), JSON.parse(values))
        .finally(() => scaffolder.stop());

      expect(status).toBe(200);
      const expected = await readFolder(resolve(folder, 'after', 'change'));
      for (const [path, text] of Object.entries(expected)) {
        const written = files[`change/${path}`];
        expect(written.split(ownerTag)).toHaveLength(
          text.split(DEFAULT_OWNER_TAG).length,
        );
        expect(written).not.toContain(DEFAULT_OWNER_TAG);
      }
    },
    30_000,
  );
});
