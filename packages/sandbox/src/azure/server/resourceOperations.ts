import {
  ArmCollection,
  armId,
  ArmRecord,
  AzureFault,
  AzureWorld,
} from '../../azureWorld';
import { ArmBody } from './ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from './ArmOperation';
import { pageOf } from './armPaging';
import { operationHeaders } from './longRunning';

const SUBSCRIPTION = '/subscriptions/{subscriptionId}';
const GROUP = `${SUBSCRIPTION}/resourceGroups/{resourceGroupName}`;

/** A kind of resource directly in a resource group. @internal */
export interface ResourceKind<TRecord extends ArmRecord> {
  /** Such as `Microsoft.Network/loadBalancers`. */
  type: string;
  /** What the published paths call its name, such as `loadBalancerName`. */
  place: string;
  collection(azure: AzureWorld): ArmCollection<TRecord>;
  /** The resource if it is there; an unknown one is a fault. */
  get(azure: AzureWorld, id: string): TRecord;
  present(call: ArmCall): (record: TRecord) => unknown;
}

/** The published path of one resource of a kind. @internal */
export function pathOf(kind: { type: string; place: string }): string {
  return `${GROUP}/providers/${kind.type}/{${kind.place}}`;
}

/** Where the resource is that a path names. @internal */
export function placeOf(call: ArmCall, place: string) {
  const { subscriptionId, resourceGroupName, [place]: name } = call.params;
  return { subscriptionId, resourceGroup: resourceGroupName, name };
}

/** The resource that a path names; an unknown one is `ResourceNotFound`. @internal */
export function resourceOf<TRecord extends ArmRecord>(
  call: ArmCall,
  kind: ResourceKind<TRecord>,
): TRecord {
  const id = armId(kind.type, placeOf(call, kind.place));
  return kind.get(call.azure, id);
}

/** The operations that read resources of a kind, under their published ids. @internal */
export function readOperations<TRecord extends ArmRecord>(
  kind: ResourceKind<TRecord>,
  ids: { listAll: string; list: string; get: string },
): ArmOperation[] {
  const listed = (call: ArmCall, group?: string) =>
    kind.collection(call.azure).list(call.params.subscriptionId, group);
  return [
    {
      id: ids.listAll,
      method: 'GET',
      path: `${SUBSCRIPTION}/providers/${kind.type}`,
      run: call => pageOf(call, listed(call), kind.present(call)),
    },
    {
      id: ids.list,
      method: 'GET',
      path: `${GROUP}/providers/${kind.type}`,
      run(call) {
        const { subscriptionId, resourceGroupName } = call.params;
        call.azure.directory.getGroup(subscriptionId, resourceGroupName);
        return pageOf(
          call,
          listed(call, resourceGroupName),
          kind.present(call),
        );
      },
    },
    {
      id: ids.get,
      method: 'GET',
      path: pathOf(kind),
      run: call => ({
        status: 200,
        body: kind.present(call)(resourceOf(call, kind)),
      }),
    },
  ];
}

/**
 * The operation that replaces the tags of a resource, and changes nothing else.
 *
 * @param id - its published id, such as `LoadBalancers_UpdateTags`
 * @internal
 */
export function updateTagsOperation<TRecord extends ArmRecord>(
  kind: ResourceKind<TRecord>,
  id: string,
): ArmOperation {
  return {
    id,
    method: 'PATCH',
    path: pathOf(kind),
    run(call) {
      const record = resourceOf(call, kind);
      const body = new ArmBody(call.body);
      call.azure.operations.requireFree(record.id);
      if (body.has('tags')) record.tags = body.tags();
      record.etag = call.azure.newEtag();
      return { status: 200, body: kind.present(call)(record) };
    },
  };
}

/**
 * What any resource's request says, with its place.
 *
 * @throws AzureFault for an unknown group, and without a location.
 * @internal
 */
export function readNewResource(call: ArmCall, place: string) {
  const where = placeOf(call, place);
  call.azure.directory.getGroup(where.subscriptionId, where.resourceGroup);
  const body = new ArmBody(call.body);
  const location = body.optionalText('location');
  if (!location) {
    throw new AzureFault(
      'LocationRequired',
      'The location property is required for this definition.',
    );
  }
  return { body, resource: { ...where, location, tags: body.tags() } };
}

/**
 * The answer to a write that goes on in the background.
 *
 * @param record - as it is after the write
 * @internal
 */
export function beginWrite<TRecord extends ArmRecord>(
  call: ArmCall,
  record: TRecord,
  options: { isNew: boolean; kind: ResourceKind<TRecord>; locks?: string[] },
): ArmAnswer {
  record.provisioningState = 'Updating';
  const operation = call.azure.operations.begin({
    subscriptionId: record.subscriptionId,
    namespace: record.type.split('/')[0],
    location: record.location,
    resourceId: record.id,
    locks: options.locks,
    failure: call.failure,
    finish: () => {
      record.provisioningState = 'Succeeded';
    },
    fail: () => {
      record.provisioningState = 'Failed';
    },
  });
  return {
    status: options.isNew ? 201 : 200,
    headers: operationHeaders(call, operation, { hasLocation: false }),
    body: options.kind.present(call)(record),
  };
}

/** The answer to a deletion that goes on in the background. @internal */
export function beginDelete(
  call: ArmCall,
  record: ArmRecord,
  options: { remove(): void; locks?: string[] },
): ArmAnswer {
  record.provisioningState = 'Deleting';
  const operation = call.azure.operations.begin({
    subscriptionId: record.subscriptionId,
    namespace: record.type.split('/')[0],
    location: record.location,
    resourceId: record.id,
    locks: options.locks,
    failure: call.failure,
    finish: options.remove,
    fail: () => {
      record.provisioningState = 'Failed';
    },
  });
  return {
    status: 202,
    headers: operationHeaders(call, operation, { hasLocation: true }),
  };
}
