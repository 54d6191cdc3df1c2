/** The locations that the sandbox names in answers. Resources may be anywhere. @internal */
export const azureLocations = [
  'westeurope',
  'northeurope',
  'germanywestcentral',
  'uksouth',
  'eastus',
  'westus2',
] as const;
