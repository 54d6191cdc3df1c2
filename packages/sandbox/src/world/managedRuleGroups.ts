import { WafAction } from './webAclTypes';

/** What a rule of a managed group does unless it is overridden. @public */
export interface ManagedRule {
  name: string;
  action: WafAction;
}

/**
 * The rules of some of AWS's managed rule groups, by group (WAF guide, "AWS Managed Rules rule groups list").
 *
 * @public
 */
export const managedRuleGroups: Readonly<
  Record<string, readonly ManagedRule[]>
> = {
  AWSManagedRulesAmazonIpReputationList: [
    { name: 'AWSManagedIPReputationList', action: 'block' },
    { name: 'AWSManagedReconnaissanceList', action: 'block' },
    { name: 'AWSManagedIPDDoSList', action: 'count' },
  ],
  AWSManagedRulesAnonymousIpList: [
    { name: 'AnonymousIPList', action: 'block' },
    { name: 'HostingProviderIPList', action: 'block' },
  ],
};
