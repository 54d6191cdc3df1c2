import {
  ExternalDnsContext,
  hasAlias,
  isReconciledByExternalDns,
  planHostnames,
  planProviderSpecific,
  planTargets,
  planTtl,
} from '../../plan/externalDns';
import { OracleCase } from './oracleCases';
import {
  NamedPlans,
  findPlanDisagreements,
  objectOf,
  readNamedCases,
} from './namedPlans';

const contextOf = ({ context }: OracleCase): ExternalDnsContext => ({
  prefix: context.annotationPrefix,
});

const plans: NamedPlans = {
  TargetsFromTargetAnnotation: one => ({
    targets: planTargets(objectOf(one), contextOf(one)),
  }),
  TTLFromAnnotations: one => planTtl(objectOf(one), contextOf(one)),
  hasAliasFromAnnotations: one => ({
    alias: hasAlias(objectOf(one), contextOf(one)),
  }),
  HostnamesFromAnnotations: one => ({
    hostnames: planHostnames(objectOf(one), contextOf(one)),
  }),
  SplitHostnameAnnotation: one => ({
    hostnames: planHostnames(objectOf(one), contextOf(one)),
  }),
  InternalHostnamesFromAnnotations: one => ({
    internalHostnames: planHostnames(
      objectOf(one),
      contextOf(one),
      'internal-hostname',
    ),
  }),
  IsControllerMismatch: one => ({
    reconciled: isReconciledByExternalDns(objectOf(one), contextOf(one)),
  }),
  ProviderSpecificAnnotations: one => {
    const plan = planProviderSpecific(objectOf(one), contextOf(one));
    const asked = one.expect.model.providerSpecificContains ?? {};
    // These cases look for single properties, and say nothing of the others.
    const contained = Object.entries(plan.providerSpecific).filter(([name]) =>
      Object.hasOwn(asked, name),
    );
    return { ...plan, providerSpecificContains: Object.fromEntries(contained) };
  },
};

describe('external-dns, as it tests itself', () => {
  it.each(readNamedCases('external-dns'))('%s', (_, oracleCase) => {
    expect(findPlanDisagreements(plans, oracleCase)).toEqual([]);
  });
});
