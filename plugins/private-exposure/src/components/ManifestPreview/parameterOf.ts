/** Fields of an intent, and the parameter that a person corrects them with. */
const parametersByField: [RegExp, string][] = [
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

/** The parameter that a field of an intent comes from; the field itself where none is known. @internal */
export function parameterOf(field: string): string {
  for (const [pattern, parameter] of parametersByField) {
    const found = pattern.exec(field);
    if (found) return parameter.replace('$1', found[1] ?? '');
  }
  return field;
}
