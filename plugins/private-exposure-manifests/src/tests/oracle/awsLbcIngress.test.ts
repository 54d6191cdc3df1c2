import { parts } from './awsLbcIngressParts';
import { findPlanDisagreements, readNamedCases } from './namedPlans';

describe('The AWS Load Balancer Controller for Ingresses', () => {
  it.each(readNamedCases('lbc-alb'))('%s', (_, oracle) => {
    expect(findPlanDisagreements(parts, oracle)).toEqual([]);
  });
});
