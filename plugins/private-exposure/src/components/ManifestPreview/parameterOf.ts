/** Fields of an intent, and the parameter that a person corrects them with. */
type Parameters = readonly [RegExp, string][];

const parametersByField: Parameters = [
  [/^service\.name$/, 'serviceName'],
  [/^service\.namespace/, 'namespace'],
  [/^service\.selector/, 'appLabel'],
  [/^service\.ports(\[\d+\]\.port)?$/, 'port'],
  [/^service\.ports\[\d+\]\.targetPort/, 'targetPort'],
  [/^manifest\.path/, 'manifestPath'],
  [/^manifest\.form/, 'manifestForm'],
  [/^manifest\.gatewayClassName/, 'gatewayClassName'],
  [/^loadBalancer\.healthCheck\.path/, 'healthCheckPath'],
  [/^loadBalancer\.healthCheck/, 'healthCheck'],
  [/^loadBalancer\.(\w+)/, '$1'],
  [/^endpointService\.grants/, 'principals'],
  [/^endpointService\.privateDns/, 'privateDnsName'],
  [/^endpointService\.(\w+)/, '$1'],
];

/** Where the form of a kind has other names, or other fields. */
const parametersByKind: Record<string, Parameters> = {
  'aws-cloudfront': [
    [/^hostNames/, 'hostName'],
    [/^paths/, 'paths'],
    [/^origin\.type/, 'way'],
    [/^origin\.hostName/, 'entranceName'],
    [/^origin\.secretHeader/, 'secretArn'],
    [/^(origin\.route|entrance)\.path/, 'routePath'],
    [/^origin\.route\.(ingress|route)\.name/, 'routeName'],
    [/^origin\.route\.gateway\.name$/, 'gatewayName'],
    [/^origin\.route\.gateway\.namespace$/, 'gatewayNamespace'],
    [/^origin\.route\.group/, 'ingressGroup'],
    [/^origin\.route\.certificateArn/, 'groupCertificateArn'],
    [/^origin\.route\.form/, 'routeForm'],
    [/^origin\.(certificateArn|healthCheckPath)/, '$1'],
    // What the cluster's profile says or lacks.
    [/^origin\.(vpc|subnets)/, 'cluster'],
    [/^webAcl\.arn/, 'webAclArn'],
    [/^webAcl\.(allow|block|rateLimit)/, '$1'],
    [/^infrastructure/, 'infrastructure'],
  ],
  'aws-load-balancer': [
    [/^ingress\.(\w+)/, '$1'],
    [/^loadBalancer\.certificates/, 'certificate'],
  ],
  'azure-private-link-service': [
    [/^loadBalancer\.subnet/, 'loadBalancerSubnet'],
    [/^loadBalancer\.address/, 'loadBalancerAddress'],
    [/^privateLinkService\.name/, 'serviceName'],
    [/^privateLinkService\.subnet/, 'linkSubnet'],
    [/^privateLinkService\.(\w+)/, '$1'],
  ],
};

/**
 * The parameter that a field of an intent comes from; the field itself where none is known.
 *
 * @param kind - what the template exposes a service by
 * @internal
 */
export function parameterOf(kind: string, field: string): string {
  const parameters = [...(parametersByKind[kind] ?? []), ...parametersByField];
  for (const [pattern, parameter] of parameters) {
    const found = pattern.exec(field);
    if (found) return parameter.replace('$1', found[1] ?? '');
  }
  return field;
}
