import { AzureServicePlan } from '../plan/azure';
import { listWords, PlanRow, rowOf } from './planRows';

function describeScheme({
  internal,
  internalRules,
  internalSubnet,
}: AzureServicePlan): PlanRow {
  const setting = 'scheme';
  if (internal) {
    const where = internalSubnet ? `, in subnet ${internalSubnet}` : '';
    return { setting, value: `internal${where}` };
  }
  return {
    setting,
    value: internalRules
      ? 'public, though the annotation seems to ask for an internal one: it must be exactly "true"'
      : 'public',
    isRisky: true,
  };
}

function describeSources(plan: AzureServicePlan): PlanRow {
  const sources = [
    ...plan.allowedIPv4Ranges,
    ...plan.allowedIPv6Ranges,
    ...plan.allowedServiceTags,
  ];
  const isOpen = !plan.internal && plan.allowFromInternet;
  return {
    setting: 'open to',
    value: plan.allowFromInternet
      ? 'everybody'
      : listWords(sources, 'its network'),
    ...(isOpen ? { isRisky: true } : {}),
  };
}

function privateLinkRows(plan: AzureServicePlan): PlanRow[] {
  if (!plan.plsRequested) return [];
  const visibility = plan.plsVisibility ?? [];
  const approved = plan.plsAutoApproval ?? [];
  return [
    ...rowOf(
      'private link service',
      plan.plsName ?? 'named after its load balancer',
    ),
    ...rowOf('its subnet', plan.plsSubnet),
    ...rowOf(
      'its addresses',
      plan.plsIpCount === undefined ? undefined : String(plan.plsIpCount),
    ),
    ...rowOf(
      'who may ask to connect',
      visibility.includes('*') ? 'everybody' : listWords(visibility, 'nobody'),
      visibility.includes('*'),
    ),
    ...rowOf('connected without asking', listWords(approved, 'nobody')),
    ...rowOf(
      'PROXY protocol',
      plan.plsProxyProtocol === undefined
        ? undefined
        : `${plan.plsProxyProtocol ? 'on' : 'off'}`,
    ),
  ];
}

/** What an Azure load balancer and its private link service will be, row by row. @internal */
export function azurePlanRows(plan: AzureServicePlan): PlanRow[] {
  return [
    ...rowOf('load balancer', 'Azure load balancer'),
    describeScheme(plan),
    ...rowOf('fixed addresses', plan.loadBalancerIPs.join(', ')),
    ...rowOf('public addresses', plan.pipNames.join(', ')),
    describeSources(plan),
    ...privateLinkRows(plan),
  ];
}
