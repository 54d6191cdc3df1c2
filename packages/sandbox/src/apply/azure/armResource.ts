import { azureOperations } from '../../azure/azureOperations';
import { ArmAnswer, ArmMethod } from '../../azure/server/ArmOperation';
import { ArmRoutes } from '../../azure/server/armRoutes';
import { AzureFault, ServicePrincipal } from '../../azureWorld';
import { Args, requiredString } from '../resources/args';
import { ResourceHandler, StoredResource } from '../resources/ResourceHandler';
import { isMap, Value } from '../terraform/expression';
import { ApplyContext } from '../types';

const routes = new ArmRoutes(azureOperations);

/** Types without an effect here: the sandbox resolves no names and has no key vaults. */
const KEPT = [/\/privateDnsZones\//i, /\/profiles\/[^/]+\/secrets\//i];

/** The pipeline, which may do everything in its subscription. */
function pipelineOf({ azure, scope }: ApplyContext): ServicePrincipal {
  const { tenantId } = azure.directory.getSubscription(scope.accountId);
  const assignment = {
    scope: `/subscriptions/${scope.accountId}`,
    actions: ['*'],
    notActions: [],
  };
  return {
    tenantId,
    clientId: 'pipeline',
    clientSecret: '',
    objectId: 'pipeline',
    name: 'pipeline',
    assignments: [assignment],
  };
}

/** What Azure Resource Manager does with a request of the pipeline's. */
function send(
  method: ArmMethod,
  args: Args,
  context: ApplyContext,
  body?: Value,
): ArmAnswer {
  const id = requiredString(args, 'id');
  const { operation, params } = routes.match(method, id);
  return operation.run({
    azure: context.azure,
    principal: pipelineOf(context),
    params,
    body,
    query: new URLSearchParams(),
    apiVersion: requiredString(args, 'api_version'),
    baseUrl: 'https://management.azure.com',
    url: id,
    pageSize: 1,
    showsEndpointLocation: true,
  });
}

function isKept(args: Args): boolean {
  const id = requiredString(args, 'id');
  return KEPT.some(pattern => pattern.test(id));
}

function attributesOf(args: Args, answer: ArmAnswer): Args {
  const body: Value = JSON.parse(JSON.stringify(answer.body ?? {}));
  return { ...(isMap(body) && body), id: requiredString(args, 'id') };
}

function put(args: Args, context: ApplyContext): Args {
  if (isKept(args)) return keptAttributes(args);
  return attributesOf(args, send('PUT', args, context, args.body));
}

function keptAttributes(args: Args): Args {
  return { ...(isMap(args.body) && args.body), id: args.id };
}

function read(
  { args }: Pick<StoredResource, 'args'>,
  context: ApplyContext,
): Args | undefined {
  if (isKept(args)) return keptAttributes(args);
  try {
    return attributesOf(args, send('GET', args, context));
  } catch (error) {
    if (error instanceof AzureFault && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * A resource that a Bicep file describes: Azure Resource Manager gets it as the file has it.
 * @internal
 */
export const armResource: ResourceHandler = {
  create: put,
  read,
  update({ args: before }, args, context) {
    return before.id === args.id ? put(args, context) : undefined;
  },
  destroy({ args }, context) {
    if (!isKept(args)) send('DELETE', args, context);
  },
};
