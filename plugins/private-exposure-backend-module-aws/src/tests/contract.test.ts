import { runProviderContractTests } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { exposeService } from '../__testUtils__/exposeService';
import { makeLoadBalancer, publish } from '../__testUtils__/publish';
import {
  LEGACY_SCOPE,
  PARTNER,
  PROVIDER_GLOBAL_SCOPE,
  PROVIDER_SCOPE,
  startWire,
} from '../__testUtils__/startWire';

runProviderContractTests('AwsExposureProvider', async () => {
  const wire = await startWire({
    kinds: { loadBalancers: true, distributions: true },
  });
  const { service } = exposeService(wire, 'ledger', {
    privateDnsName: 'ledger.acme.example',
  });
  const { loadBalancer } = makeLoadBalancer(wire, 'entrance');
  publish(wire, 'shop', { host: loadBalancer.dnsName });
  const connect = () =>
    wire.sandbox.world.connect({
      consumerAccount: PARTNER.accountId,
      region: PARTNER.region,
      serviceName: service.serviceName,
    });
  connect();
  return {
    provider: wire.provider,
    scopeId: PROVIDER_SCOPE,
    otherScopeIds: [PROVIDER_GLOBAL_SCOPE],
    refusedScopeId: LEGACY_SCOPE,
    makePendingConnection: async () => ({
      scopeId: PROVIDER_SCOPE,
      exposureNativeId: `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/${service.id}`,
      nativeId: connect().id,
    }),
    settle: async () => wire.sandbox.clock.advance(60_000),
    secrets: ['postern-demo-secret', 'AKIAPOSTERNDEMO00001'],
    dispose: () => wire.stop(),
  };
});
