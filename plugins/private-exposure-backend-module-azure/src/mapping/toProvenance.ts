import type { Provenance } from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesServices } from './kubernetesServices';

type Tags = Readonly<Record<string, string>>;

/** The part of Azure Resource Manager's `systemData` that is about the making; not every provider sends it. @internal */
export interface CreationData {
  /** An address for a user, an id for an application. */
  createdBy?: string;
  /** When. */
  createdAt?: Date | string;
}

// What people and policies name their tags. Azure compares tag keys without regard to case.
const CREATOR = /^(created[-_ ]?by|creator)$/i;
const MANAGER =
  /^(managed[-_ ]?by|provisioner|provisioned[-_ ]?by|deployed[-_ ]?by|iac)$/i;
const CREATION =
  /^(created[-_ ]?(at|on|date)|creation[-_ ]?date|createdondate)$/i;

/** What the usual values of such tags are called. */
const tools: readonly [RegExp, string][] = [
  [/^(terraform|opentofu)\b/i, 'Terraform'],
  [/^bicep\b/i, 'Bicep'],
  [/^pulumi\b/i, 'Pulumi'],
];

/**
 * Who made an Azure resource, when, and what looks after it, as far as Azure or its tags tell; `undefined` where neither
 * does.
 *
 * @remarks
 * `azd-env-name` is written by the Azure Developer CLI on what it provisions; `k8s-azure-*` by the cloud provider, see
 * {@link kubernetesServices}.
 *
 * @internal
 */
export function toProvenance(
  tags: Tags,
  systemData: CreationData = {},
): Provenance | undefined {
  const provenance = {
    createdAt: toTime(systemData.createdAt) ?? toTime(dateIn(tags)),
    createdBy: systemData.createdBy || tagLike(tags, CREATOR),
    managedBy: managedBy(tags),
  };
  return Object.values(provenance).some(value => value !== undefined)
    ? provenance
    : undefined;
}

function managedBy(tags: Tags): string | undefined {
  const [service] = kubernetesServices(tags);
  if (service) {
    const [cluster, ...name] = service.split('/');
    return `Kubernetes Service ${name.join('/')} in cluster ${cluster}`;
  }
  const environment = tagLike(tags, /^azd-env-name$/i);
  if (environment) return `Azure Developer CLI environment ${environment}`;
  const named = tagLike(tags, MANAGER) ?? '';
  const isMarked = /^(true|yes|1)$/i.test(tagLike(tags, /^terraform$/i) ?? '');
  return isMarked
    ? 'Terraform'
    : tools.find(([pattern]) => pattern.test(named))?.[1];
}

/** Written by hand, so only what is no matter of where somebody lives. */
function dateIn(tags: Tags): string | undefined {
  const text = tagLike(tags, CREATION);
  return text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text : undefined;
}

function tagLike(tags: Tags, pattern: RegExp): string | undefined {
  const key = Object.keys(tags).find(one => pattern.test(one) && tags[one]);
  return key === undefined ? undefined : tags[key];
}

function toTime(value: Date | string | undefined): string | undefined {
  const time = new Date(value ?? NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
