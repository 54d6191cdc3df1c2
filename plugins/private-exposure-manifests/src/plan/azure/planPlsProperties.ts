import { trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { serviceNameOf } from '../readServiceSpec';
import { privateLinkService } from './annotations';
import { ExistingPls } from './plsTypes';
import {
  readPlsAutoApproval,
  readPlsFqdns,
  readPlsVisibility,
  requestsPlsProxyProtocol,
} from './readPlsAnnotations';

/**
 * Name of a private link service: the annotation, else the name that it has, else one made of the frontend's.
 *
 * @remarks `getPrivateLinkServiceName` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @returns `undefined` where only the frontend could name it, and that is not known.
 * @throws {@link ControllerRefusal} where the annotation would rename it.
 *
 * @public
 */
export function planPlsName(
  service: KubernetesObject,
  existing: ExistingPls | undefined,
  frontendName: string | undefined,
): string | undefined {
  const name = 'azure-pls-name';
  const current = existing?.name;
  const annotated = privateLinkService.read(service, name);
  if (annotated === undefined)
    return current ?? (frontendName && `pls-${frontendName}`);
  const wanted = trimGoSpace(annotated);
  if (current !== undefined && current.toLowerCase() !== wanted.toLowerCase())
    throw new ControllerRefusal(
      `getPrivateLinkServiceName(${serviceNameOf(
        service,
      )}) failed: cannot change existing private link service name (${current}) to (${wanted})`,
      [privateLinkService.keyOf(name)],
    );
  return wanted;
}

/** Whether two lists hold the same, in any order. */
function isSameContent(a: readonly string[], b: readonly string[]): boolean {
  const sortedB = [...b].sort();
  return (
    a.length === b.length &&
    [...a].sort().every((item, index) => item === sortedB[index])
  );
}

/** Whether a list differs from the one that stands; one that is unset differs from any that holds something. */
function isChanged(
  wanted: readonly string[],
  current: readonly string[] | null | undefined,
): boolean {
  return current ? !isSameContent(wanted, current) : wanted.length > 0;
}

/**
 * Says whether a private link service will speak the proxy protocol.
 *
 * @remarks `reconcilePLSEnableProxyProtocol` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPlsProxyProtocol(
  service: KubernetesObject,
  existing: ExistingPls | undefined,
) {
  const wanted = requestsPlsProxyProtocol(service);
  const current = existing?.enableProxyProtocol ?? undefined;
  const plsChanged = wanted !== (current ?? false);
  return { plsChanged, plsProxyProtocol: plsChanged ? wanted : current };
}

/**
 * Says under which names a private link service can be reached.
 *
 * @remarks `reconcilePLSFqdn` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPlsFqdns(
  service: KubernetesObject,
  existing: ExistingPls | undefined,
) {
  const wanted = readPlsFqdns(service);
  const current = existing?.fqdns ?? undefined;
  const plsChanged = isChanged(wanted, current);
  return { plsChanged, plsFqdns: plsChanged ? wanted : current };
}

/**
 * Says who may see a private link service, and who connects without approval. Where one of the lists changes, both are
 * written.
 *
 * @remarks `reconcilePLSVisibility` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPlsVisibility(
  service: KubernetesObject,
  existing: ExistingPls | undefined,
) {
  const visibility = readPlsVisibility(service);
  const autoApproval = readPlsAutoApproval(service);
  const current = {
    plsVisibility: existing?.visibility ?? undefined,
    plsAutoApproval: existing?.autoApproval ?? undefined,
  };
  const plsChanged =
    isChanged(visibility, current.plsVisibility) ||
    isChanged(autoApproval, current.plsAutoApproval);
  return plsChanged
    ? { plsChanged, plsVisibility: visibility, plsAutoApproval: autoApproval }
    : { plsChanged, ...current };
}

const CLUSTER_TAG = 'k8s-azure-cluster-name';
const OWNER_TAG = 'k8s-azure-owner-service';

const tagOf = ({ tags }: ExistingPls, key: string): string | undefined =>
  tags && Object.hasOwn(tags, key) ? tags[key] : undefined;

/** Whether the controller of a cluster made a private link service, as its tag says. @internal */
export function isManagedBy(
  existing: ExistingPls,
  clusterName: string,
): boolean {
  const cluster = tagOf(existing, CLUSTER_TAG);
  return (
    cluster !== undefined &&
    trimGoSpace(cluster).toLowerCase() === clusterName.toLowerCase()
  );
}

/** The Service that owns a private link service, as its tag says; empty for none. @internal */
export function ownerOf(existing: ExistingPls): string {
  return tagOf(existing, OWNER_TAG) ?? '';
}

/** Whether a private link service lacks one of the tags that the controller gives it. @internal */
export function lacksTags(existing: ExistingPls | undefined): boolean {
  return (
    !existing ||
    tagOf(existing, CLUSTER_TAG) === undefined ||
    tagOf(existing, OWNER_TAG) === undefined
  );
}
