import { ArmOperationRecord, AzureFault } from '../../azureWorld';
import { ArmAnswer, ArmCall, ArmOperation } from './ArmOperation';

const LONGEST_WAIT_SECONDS = 10;

function retryAfter(call: ArmCall, operation: ArmOperationRecord): string {
  const left = (operation.endsAt - call.azure.clock.now()) / 1000;
  return String(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(left))));
}

function addressOf(
  call: ArmCall,
  operation: ArmOperationRecord,
  kind: 'operations' | 'operationResults',
): string {
  const { subscriptionId, namespace, location, id } = operation;
  if (namespace === 'Microsoft.Cdn') {
    const group = call.params.resourceGroupName;
    return `${call.baseUrl}/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/${namespace}/operationresults/${id}?api-version=${call.apiVersion}`;
  }
  return `${call.baseUrl}/subscriptions/${subscriptionId}/providers/${namespace}/locations/${location}/${kind}/${id}?api-version=${call.apiVersion}`;
}

/**
 * The headers with which Azure says where to see how an operation goes on. A
 * deletion has the address of its result besides.
 *
 * @internal
 */
export function operationHeaders(
  call: ArmCall,
  operation: ArmOperationRecord,
  options: { hasLocation: boolean },
): Record<string, string> {
  return {
    'azure-asyncnotification': 'Enabled',
    'azure-asyncoperation': addressOf(call, operation, 'operations'),
    'retry-after': retryAfter(call, operation),
    ...(options.hasLocation && {
      location: addressOf(call, operation, 'operationResults'),
    }),
  };
}

function findOperation(call: ArmCall): ArmOperationRecord {
  const { operationId } = call.params;
  const operation = call.azure.operations.find(operationId);
  if (operation) return operation;
  throw new AzureFault(
    'OperationNotFound',
    `The operation '${operationId}' was not found.`,
    { status: 404 },
  );
}

function describe(call: ArmCall): ArmAnswer {
  const operation = findOperation(call);
  const { status, error } = operation;
  return {
    status: 200,
    headers:
      status === 'InProgress'
        ? { 'retry-after': retryAfter(call, operation) }
        : {},
    body: error ? { status, error } : { status },
  };
}

function result(call: ArmCall): ArmAnswer {
  const operation = findOperation(call);
  if (operation.error) {
    return { status: 400, body: { error: operation.error } };
  }
  if (operation.status === 'Succeeded') {
    return operation.result === undefined
      ? { status: 204 }
      : { status: 200, body: operation.result };
  }
  return {
    status: 202,
    headers: operationHeaders(call, operation, { hasLocation: true }),
  };
}

const LOCATION =
  '/subscriptions/{subscriptionId}/providers/{resourceProviderNamespace}/locations/{location}';

/** What clients ask of long-running operations. @internal */
export const longRunningOperations: ArmOperation[] = [
  {
    id: 'Operations_Get',
    method: 'GET',
    path: `${LOCATION}/operations/{operationId}`,
    action: false,
    run: describe,
  },
  {
    id: 'OperationResults_Get',
    method: 'GET',
    path: `${LOCATION}/operationResults/{operationId}`,
    action: false,
    run: result,
  },
  {
    // The provider of Front Door calls its operations results.
    id: 'CdnOperationResults_Get',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}/providers/Microsoft.Cdn/operationresults/{operationId}',
    action: false,
    run: describe,
  },
];
