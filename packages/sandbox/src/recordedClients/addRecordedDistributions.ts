import { globalScope, WebAcl, World } from '../world';

/**
 * Three distributions with certificate, web ACL and DNS records, for the recorded clients.
 *
 * @internal
 */
export function addRecordedDistributions(
  world: World,
  accountId: string,
): void {
  const home = globalScope(accountId);
  const zone = world.hostedZones.createZone(accountId, {
    id: 'Z0AAAAAAAAAAAAAAAAAAA',
    name: 'acme.example',
  });
  const certificate = world.certificates.create(home, {
    domainName: '*.acme.example',
    state: 'ISSUED',
  });
  const webAcl = addWebAcl(world, accountId);
  for (const number of [1, 2, 3]) {
    world.distributions.create(accountId, {
      id: `E0AAAAAAAAAA${number}`,
      config: {
        callerReference: `shop-${number}`,
        aliases: [`shop-${number}.acme.example`],
        origins: [{ id: 'entrance', domainName: 'entrance.acme.example' }],
        webAclId: webAcl.id,
        viewerCertificate: {
          certificateArn: certificate.id,
          minimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      tags: { Name: `shop-${number}` },
    });
  }
  world.hostedZones.changeRecords(accountId, zone.id, {
    changes: ['a', '*.b'].map(label => ({
      action: 'UPSERT',
      record: {
        name: `${label}.acme.example`,
        type: 'CNAME',
        ttl: 60,
        values: ['entrance.acme.example'],
      },
    })),
  });
}

function addWebAcl(world: World, accountId: string): WebAcl {
  return world.webAcls.create(globalScope(accountId), {
    name: 'shop',
    wafScope: 'CLOUDFRONT',
    rules: [
      {
        name: 'common',
        priority: 0,
        overrideAction: 'none',
        statement: {
          ManagedRuleGroupStatement: {
            VendorName: 'AWS',
            Name: 'AWSManagedRulesCommonRuleSet',
          },
        },
        metricName: 'common',
      },
    ],
  });
}
