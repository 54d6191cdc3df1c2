import { listWords, PlanRow } from './planRows';

const EVERYBODY = ['0.0.0.0/0', '::/0'];

/** The security group that the controller makes, and whom it lets in. @internal */
export function managedGroupRow(plan: {
  scheme: string;
  managedSecurityGroupIngress?: readonly { sources: readonly string[] }[];
}): PlanRow {
  const sources = [
    ...new Set(plan.managedSecurityGroupIngress?.flatMap(rule => rule.sources)),
  ];
  const isOpen =
    plan.scheme === 'internet-facing' &&
    sources.some(source => EVERYBODY.includes(source));
  return {
    setting: 'security groups',
    value: `made by the controller, open to ${listWords(sources, 'nobody')}`,
    ...(isOpen ? { isRisky: true } : {}),
  };
}
