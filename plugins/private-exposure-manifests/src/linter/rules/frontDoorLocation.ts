import { createRule } from '../createRule';
import { exampleOrigin } from './frontDoorExamples';

/** As the table "Region availability" of the source has them, by their programmatic names. */
const OFFERED: ReadonlySet<string> = new Set([
  ...['brazilsouth', 'canadacentral', 'centralus', 'eastus', 'eastus2'],
  ...['southcentralus', 'westus3', 'usgovarizona', 'usgovtexas'],
  ...['francecentral', 'germanywestcentral', 'northeurope', 'norwayeast'],
  ...['uksouth', 'westeurope', 'swedencentral', 'southafricanorth'],
  ...['australiaeast', 'centralindia', 'japaneast', 'koreacentral'],
  'eastasia',
]);

/** A private endpoint of Front Door's in a region that is not known to offer it. @internal */
export const frontDoorLocation = createRule({
  id: 'infrastructure/front-door-location',
  severity: 'info',
  reads: 'front-door',
  page: {
    summary:
      'Front Door is not known to offer private endpoints in the region that is named.',
    why: 'It has them in some regions only, whatever region the service is in. Regions are added to the table over time, so that a new one may be missing here.',
    bad: exampleOrigin({ location: 'switzerlandnorth' }),
    good: exampleOrigin({}),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/frontdoor/private-link#region-availability',
  },
  check(target, report) {
    for (const { value, privateLink } of target.origins) {
      if (typeof privateLink !== 'object') continue;
      const { location } = privateLink;
      if (!location || location.value.includes('${')) continue;
      const region = location.value.replaceAll(' ', '').toLowerCase();
      if (OFFERED.has(region)) continue;
      report({
        at: location,
        message: `Front Door is not known to offer private endpoints in ${location.value}, where ${value} asks for one`,
        remedy:
          'Look into the table of regions, and name the nearest that it has: the service may be in any other.',
        evidence: [{ label: 'location', value: location.value }],
      });
    }
  },
});
