import {
  armId,
  FrontDoorPart,
  FrontDoorPartKind,
  OriginPrivateLink,
} from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import { pageOf } from '../server/armPaging';
import { operationHeaders } from '../server/longRunning';
import { presentPart } from './presentFrontDoor';

const PROFILE =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Cdn/profiles/{profileName}';

/** How the published specification calls a kind of part. */
interface PartKind {
  kind: FrontDoorPartKind;
  /** First half of its operations' ids. */
  group: string;
  list: string;
  /** Of the collection. */
  path: string;
  place: string;
  /** In what it lies, if not in the profile itself. */
  parent?: { kind: FrontDoorPartKind; place: string };
}

const KINDS: PartKind[] = [
  {
    kind: 'afdEndpoints',
    group: 'AFDEndpoints',
    list: 'ListByProfile',
    path: `${PROFILE}/afdEndpoints`,
    place: 'endpointName',
  },
  {
    kind: 'originGroups',
    group: 'AFDOriginGroups',
    list: 'ListByProfile',
    path: `${PROFILE}/originGroups`,
    place: 'originGroupName',
  },
  {
    kind: 'origins',
    group: 'AFDOrigins',
    list: 'ListByOriginGroup',
    path: `${PROFILE}/originGroups/{originGroupName}/origins`,
    place: 'originName',
    parent: { kind: 'originGroups', place: 'originGroupName' },
  },
  {
    kind: 'routes',
    group: 'Routes',
    list: 'ListByEndpoint',
    path: `${PROFILE}/afdEndpoints/{endpointName}/routes`,
    place: 'routeName',
    parent: { kind: 'afdEndpoints', place: 'endpointName' },
  },
  {
    kind: 'securityPolicies',
    group: 'SecurityPolicies',
    list: 'ListByProfile',
    path: `${PROFILE}/securityPolicies`,
    place: 'securityPolicyName',
  },
  {
    kind: 'customDomains',
    group: 'AFDCustomDomains',
    list: 'ListByProfile',
    path: `${PROFILE}/customDomains`,
    place: 'customDomainName',
  },
];

function profileIdOf({ azure, params }: ArmCall): string {
  const { subscriptionId, resourceGroupName, profileName } = params;
  const id = armId('Microsoft.Cdn/profiles', {
    subscriptionId,
    resourceGroup: resourceGroupName,
    name: profileName,
  });
  return azure.frontDoors.getProfile(id).id;
}

function parentOf(call: ArmCall, { parent }: PartKind): string {
  const profileId = profileIdOf(call);
  if (!parent) return profileId;
  const id = `${profileId}/${parent.kind}/${call.params[parent.place]}`;
  return call.azure.frontDoors.getPart(id).id;
}

function idOf(call: ArmCall, kind: PartKind): string {
  return `${parentOf(call, kind)}/${kind.kind}/${call.params[kind.place]}`;
}

/** The answer to a change that Front Door goes on with in the background. */
function begin(
  call: ArmCall,
  part: FrontDoorPart,
  options: { status: number; body?: unknown; finish(): void },
): ArmAnswer {
  const operation = call.azure.operations.begin({
    subscriptionId: call.params.subscriptionId,
    namespace: 'Microsoft.Cdn',
    location: 'global',
    resourceId: part.id,
    failure: call.failure,
    finish: options.finish,
  });
  return {
    status: options.status,
    headers: operationHeaders(call, operation, { hasLocation: false }),
    body: options.body,
  };
}

function readPrivateLink(properties: ArmBody): OriginPrivateLink | undefined {
  if (!properties.has('sharedPrivateLinkResource')) return undefined;
  const link = properties.object('sharedPrivateLinkResource');
  return {
    targetId: link.object('privateLink').text('id'),
    location: link.text('privateLinkLocation'),
    groupId: link.optionalText('groupId') ?? '',
    requestMessage: link.optionalText('requestMessage') ?? '',
  };
}

function put(call: ArmCall, kind: PartKind): ArmAnswer {
  const { frontDoors, operations } = call.azure;
  const parentId = parentOf(call, kind);
  const id = `${parentId}/${kind.kind}/${call.params[kind.place]}`;
  operations.requireFree(id);
  const isNew = frontDoors.findPart(id) === undefined;
  const properties = new ArmBody(call.body).object('properties');
  const part = frontDoors.putPart({
    parentId,
    kind: kind.kind,
    name: call.params[kind.place],
    properties: properties.all(),
  });
  if (kind.kind === 'origins') {
    frontDoors.linkOrigin(part, readPrivateLink(properties));
  }
  return begin(call, part, {
    status: isNew ? 201 : 200,
    body: presentPart(part),
    finish: () => {},
  });
}

function remove(call: ArmCall, kind: PartKind): ArmAnswer {
  const { frontDoors, operations } = call.azure;
  const part = frontDoors.findPart(idOf(call, kind));
  if (!part) return { status: 204 };
  operations.requireFree(part.id);
  return begin(call, part, {
    status: 202,
    finish: () => frontDoors.deletePart(part.id),
  });
}

function operationsOf(kind: PartKind): ArmOperation[] {
  const { group, path, place } = kind;
  const one = `${path}/{${place}}`;
  return [
    {
      id: `${group}_${kind.list}`,
      method: 'GET',
      path,
      run: call =>
        pageOf(
          call,
          call.azure.frontDoors.listParts(parentOf(call, kind), kind.kind),
          presentPart,
        ),
    },
    {
      id: `${group}_Get`,
      method: 'GET',
      path: one,
      run: call => ({
        status: 200,
        body: presentPart(call.azure.frontDoors.getPart(idOf(call, kind))),
      }),
    },
    {
      id: `${group}_Create`,
      method: 'PUT',
      path: one,
      run: call => put(call, kind),
    },
    {
      id: `${group}_Delete`,
      method: 'DELETE',
      path: one,
      run: call => remove(call, kind),
    },
  ];
}

/** The parts of Front Doors. @internal */
export const frontDoorPartOperations: ArmOperation[] =
  KINDS.flatMap(operationsOf);
