import { BicepSyntaxError } from '../errors';
import { readBicepResources } from '../bicep/readBicepResources';
import { SourceText } from '../read/SourceText';
import { bicepFirewallCover } from './bicepDomains';
import { FrontDoorContext } from './frontDoorKey';
import { readBicepFrontDoors } from './readBicepFrontDoors';
import { readBicepPrivateLinkServices } from './readBicepPrivateLinkServices';
import { FrontDoorTarget, PrivateLinkServiceTarget } from './targets';
import { Finding } from './types';

/** Types of which a file has at least one if any rule has something to say of it. */
const OF_USE =
  /Microsoft\.Network\/(privateLinkServices|FrontDoorWebApplicationFirewallPolicies)|Microsoft\.Cdn\/profiles/i;

/** What rules look at in a Bicep file. @internal */
export interface ReadBicep {
  privateLinkServices: PrivateLinkServiceTarget[];
  frontDoors: FrontDoorTarget[];
  /** Keys of the profiles that it puts a firewall in front of, and of what it covers there. */
  protectedProfiles: string[];
  findings: Finding[];
}

/** A newer compiler may take what this reader does not know, so that it is no error. */
function unread(path: string, error: BicepSyntaxError): Finding {
  const { line, column, message } = error;
  return {
    ruleId: 'syntax',
    severity: 'warning',
    message: `This file could not be read: ${message}`,
    remedy:
      'Correct the text; nothing of this file was checked. If the Bicep compiler takes it, check the file by hand.',
    evidence: [],
    path,
    line,
    column,
  };
}

/** Reads what rules look at. Text that can't be read is a finding with its place. @internal */
export function readBicepFile(
  { path, content }: { path: string; content: string },
  context: FrontDoorContext,
): ReadBicep {
  const nothing: ReadBicep = {
    privateLinkServices: [],
    frontDoors: [],
    protectedProfiles: [],
    findings: [],
  };
  if (!OF_USE.test(content)) return nothing;
  try {
    const resources = readBicepResources(content);
    const file = { path, source: new SourceText(content), resources };
    const frontDoor = readBicepFrontDoors(file, context);
    return {
      ...nothing,
      privateLinkServices: readBicepPrivateLinkServices(file),
      frontDoors: frontDoor ? [frontDoor] : [],
      protectedProfiles: bicepFirewallCover(file),
    };
  } catch (error) {
    if (!(error instanceof BicepSyntaxError)) throw error;
    return { ...nothing, findings: [unread(path, error)] };
  }
}
