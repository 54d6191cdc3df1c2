import { ResourceShare, Scope } from '../../world';
import { Call, Operation, operation } from '../server/Operation';
import { oneOf } from '../server/oneOf';
import { PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { bind } from '../wire/restRoutes';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/shareShapes';
import { sharedResourceType } from './sharedResourceType';

const CODE = 'InvalidParameterException';

const pageLimits: PageLimits = {
  parameter: 'maxResults',
  minimum: 1,
  maximum: 500,
  standard: 100,
  isCapped: false,
  badTokenCode: 'InvalidNextTokenException',
  badSizeCode: CODE,
};

/** A page of what is not kept as records of its own, in the order given. */
function pageOfParts<TPart>(
  parts: TPart[],
  input: { maxResults?: number; nextToken?: string },
) {
  const { records, nextToken } = pageOf(
    parts.map((part, index) => ({ part, sequence: index + 1 })),
    { size: input.maxResults, token: input.nextToken, limits: pageLimits },
  );
  return { parts: records.map(({ part }) => part), nextToken };
}

/** The shares that the caller owns, or that others let it have. */
function sharesOf(
  { world, scope }: Call,
  input: {
    resourceOwner?: string;
    resourceShareArns?: string[];
  },
): ResourceShare[] {
  const owner = required(
    oneOf(input.resourceOwner, ['SELF', 'OTHER-ACCOUNTS'], {
      name: 'resourceOwner',
      code: CODE,
    }),
    'resourceOwner',
    CODE,
  );
  const shares =
    owner === 'SELF'
      ? world.shares.list(scope)
      : world.shares.listReceived(scope);
  const arns = input.resourceShareArns;
  if (!arns?.length) return shares;
  // An owner hears of an ARN that is not there.
  if (owner === 'SELF') arns.forEach(arn => world.shares.get(scope, arn));
  return shares.filter(({ id }) => arns.includes(id));
}

function presentShare(
  share: ResourceShare,
): ValueOf<typeof shapes.resourceShare> {
  return {
    resourceShareArn: share.id,
    name: share.name,
    owningAccountId: share.accountId,
    allowExternalPrincipals: share.allowsExternalPrincipals,
    status: share.state,
    tags: Object.entries(share.tags).map(([key, value]) => ({ key, value })),
    creationTime: new Date(share.createdAt),
    lastUpdatedTime: new Date(share.lastUpdatedAt),
    featureSet: 'STANDARD',
  };
}

const getShares = operation(
  'GetResourceShares',
  {
    http: bind('POST /getresourceshares'),
    input: shapes.getResourceSharesRequest,
    output: shapes.getResourceSharesResponse,
  },
  (call, input) => {
    const found = sharesOf(call, input).filter(
      ({ name, state, tags }) =>
        (input.name ?? name) === name &&
        (input.resourceShareStatus ?? state) === state &&
        (input.tagFilters ?? []).every(({ tagKey = '', tagValues }) =>
          tagValues?.length ? tagValues.includes(tags[tagKey]) : tagKey in tags,
        ),
    );
    const { parts, nextToken } = pageOfParts(found, input);
    return { resourceShares: parts.map(presentShare), nextToken };
  },
);

const ASSOCIATION_TYPES = ['PRINCIPAL', 'RESOURCE'] as const;

type Association = ValueOf<typeof shapes.resourceShareAssociation>;

function associationsOf(
  share: ResourceShare,
  type: 'PRINCIPAL' | 'RESOURCE',
): Association[] {
  const isPrincipal = type === 'PRINCIPAL';
  const entries = isPrincipal ? share.principals : share.resources;
  const ended = isPrincipal ? share.endedPrincipals : share.endedResources;
  return [
    ...[...entries].map(one => ({ one, status: 'ASSOCIATED' })),
    ...[...ended].map(one => ({ one, status: 'DISASSOCIATED' })),
  ].map(({ one: [associatedEntity, { since }], status }) => ({
    resourceShareArn: share.id,
    resourceShareName: share.name,
    associatedEntity,
    associationType: type,
    status,
    creationTime: new Date(since),
    lastUpdatedTime: new Date(since),
    // The sandbox's accounts are in no organization together.
    external: isPrincipal,
  }));
}

const getAssociations = operation(
  'GetResourceShareAssociations',
  {
    http: bind('POST /getresourceshareassociations'),
    input: shapes.getResourceShareAssociationsRequest,
    output: shapes.getResourceShareAssociationsResponse,
  },
  (call, input) => {
    const type = required(
      oneOf(input.associationType, ASSOCIATION_TYPES, {
        name: 'associationType',
        code: CODE,
      }),
      'associationType',
      CODE,
    );
    const shares = sharesOf(call, { ...input, resourceOwner: 'SELF' });
    const entity = type === 'PRINCIPAL' ? input.principal : input.resourceArn;
    const found = shares
      .flatMap(share => associationsOf(share, type))
      .filter(
        ({ associatedEntity, status }) =>
          (entity ?? associatedEntity) === associatedEntity &&
          (input.associationStatus ?? status) === status,
      );
    const { parts, nextToken } = pageOfParts(found, input);
    return { resourceShareAssociations: parts, nextToken };
  },
);

const listResources = operation(
  'ListResources',
  {
    http: bind('POST /listresources'),
    input: shapes.listResourcesRequest,
    output: shapes.listResourcesResponse,
  },
  (call, input) => {
    const found = sharesOf(call, input)
      .filter(share => isWith(share, call.scope, input.principal))
      .flatMap(share =>
        [...share.resources].map(([arn, { since }]) => ({
          arn,
          type: sharedResourceType(arn),
          resourceShareArn: share.id,
          status: 'AVAILABLE',
          creationTime: new Date(since),
          lastUpdatedTime: new Date(since),
          resourceRegionScope: arn.split(':')[3] ? 'REGIONAL' : 'GLOBAL',
        })),
      )
      .filter(
        ({ arn, type }) =>
          (input.resourceType ?? type) === type &&
          (!input.resourceArns?.length || input.resourceArns.includes(arn)),
      );
    const { parts, nextToken } = pageOfParts(found, input);
    return { resources: parts, nextToken };
  },
);

/** With another account the caller shares; of another account it has got. */
function isWith(
  share: ResourceShare,
  scope: Scope,
  principal: string | undefined,
): boolean {
  if (principal === undefined) return true;
  return share.accountId === scope.accountId
    ? share.principals.has(principal)
    : share.accountId === principal;
}

/** Resource shares. @internal */
export const shareOperations: Operation[] = [
  getShares,
  getAssociations,
  listResources,
];
