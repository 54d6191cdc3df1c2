import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';
import { PAYMENTS_SERVICE } from './__testUtils__/paymentsService';

describe('deployments of CloudFormation', () => {
  it('applies a template with its parameters, permissions and conditions', async () => {
    const test = await startTestDeployments();
    await test.commit({ 'k8s/payments.yaml': PAYMENTS_SERVICE });
    const [loadBalancer] =
      test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
    const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  NetworkLoadBalancerArn: { Type: String }
Conditions:
  Never: !Equals [a, b]
Resources:
  Permissions:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: !Ref Service
      AllowedPrincipals: [!Sub 'arn:\${AWS::Partition}:iam::444455556666:root']
  Service:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      AcceptanceRequired: !If [Never, false, true]
      NetworkLoadBalancerArns: [!Ref NetworkLoadBalancerArn]
      Tags: [{ Key: backstage-entity-ref, Value: 'component:default/payments' }]
  Skipped:
    Type: AWS::EC2::VPCEndpointService
    Condition: Never
`;
    const steps = await test.commit({ 'infra/stack.yaml': template });
    expect(steps().map(step => step.state)).toEqual(['applied', 'applied']);
    const [service] = test.world.endpointServices.services.list(TEST_SCOPE);
    expect(service).toMatchObject({
      acceptanceRequired: true,
      loadBalancerArns: [loadBalancer.id],
      tags: { 'backstage-entity-ref': 'component:default/payments' },
    });
    expect([...service.allowedPrincipals.keys()]).toEqual([
      'arn:aws:iam::444455556666:root',
    ]);
    await test.stop();
  });
});
