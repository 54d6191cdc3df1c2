import type { Provenance } from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesOrigins } from './kubernetesOrigins';
import type { Tags } from './tags';

/**
 * What the cloud tells of how a resource came to be; `undefined` if it tells nothing.
 *
 * @param createdAt - When it was made, where the service says so. EC2 does not of endpoint services, nor CloudFront of
 * distributions: a tag may.
 * @internal
 */
export function toProvenance(
  tags: Tags,
  createdAt: Date | undefined,
): Provenance | undefined {
  const provenance = {
    createdAt: createdAt?.toISOString() ?? createdOn(tags),
    createdBy: createdBy(tags),
    managedBy: managedBy(tags),
  };
  return Object.values(provenance).some(value => value !== undefined)
    ? provenance
    : undefined;
}

const CREATION =
  /^(created[-_ ]?(at|on|date|time)|creation[-_ ]?(date|time)|createdondate)$/i;

/** Written by hand or by a pipeline, so only what is no matter of where somebody lives. */
function createdOn(tags: Tags): string | undefined {
  const dates = Object.keys(tags)
    .filter(key => CREATION.test(key) && /^\d{4}-\d{2}-\d{2}/.test(tags[key]))
    .map(key => new Date(tags[key]))
    .filter(date => !Number.isNaN(date.getTime()));
  return dates[0]?.toISOString();
}

// Tags that people and tools name a creator in; AWS itself writes the first from CloudTrail.
const CREATOR = /^(aws:createdby|created[-_ ]?by|creator)$/i;

/**
 * AWS writes `<type>:<id>:<name>`, such as `IAMUser:AIDA…:alice`, and `Root:<account>` (Billing guide, "AWS-generated
 * cost allocation tags").
 */
function createdBy(tags: Tags): string | undefined {
  const keys = Object.keys(tags).filter(key => CREATOR.test(key) && tags[key]);
  const key = keys.find(name => name.startsWith('aws:')) ?? keys[0];
  if (key === undefined) return undefined;
  const [, type, name] =
    /^(IAMUser|AssumedRole|FederatedUser):[^:]+:(.+)$/.exec(tags[key]) ?? [];
  return name ? `${name} (${type})` : tags[key];
}

function managedBy(tags: Tags): string | undefined {
  const stack = tags['aws:cloudformation:stack-name'];
  if (stack) return `CloudFormation stack ${stack}`;
  const [origin] = kubernetesOrigins(tags);
  if (origin) return `${origin.title} in cluster ${origin.cluster}`;
  return isByTerraform(tags) ? 'Terraform' : undefined;
}

// What modules and `default_tags` usually carry: Terraform leaves no tag of its own.
const MANAGER = /^(managed[-_ ]?by|provisioner|provisioned[-_ ]?by|iac)$/i;

function isByTerraform(tags: Tags): boolean {
  return Object.entries(tags).some(
    ([key, value]) =>
      (MANAGER.test(key) && /^(terraform|opentofu)\b/i.test(value)) ||
      (/^terraform$/i.test(key) && !/^(false|no|0)$/i.test(value)) ||
      /^(terraform|tf)[:/]/i.test(key),
  );
}
