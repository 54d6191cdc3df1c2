import { consoleUrl } from './consoleUrls';

describe('consoleUrl', () => {
  it('leads to the resource in the portal of its cloud, in its tenant', () => {
    const scope = { portalUrl: 'https://portal.azure.us', tenantId: 'acme' };

    expect(consoleUrl(scope, '/subscriptions/a/resourcegroups/r g')).toBe(
      'https://portal.azure.us/#@acme/resource/subscriptions/a/resourcegroups/r%20g',
    );
  });
});
