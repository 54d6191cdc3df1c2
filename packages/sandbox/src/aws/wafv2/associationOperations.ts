import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { presentWebAcl } from './presentWebAcl';
import * as shapes from './shapes/associationShapes';
import { INVALID, isOfResourceType, requireOwnArn } from './wafScope';

const listResources = operation(
  'ListResourcesForWebACL',
  {
    input: shapes.listResourcesForWebACLRequest,
    output: shapes.listResourcesForWebACLResponse,
  },
  ({ world, scope }, input) => {
    const arn = required(input.WebACLArn, 'WebACLArn', INVALID);
    const webAcl = world.webAcls.get(scope, arn);
    return {
      ResourceArns: [...webAcl.resourceArns].filter(one =>
        isOfResourceType(one, input.ResourceType),
      ),
    };
  },
);

const getForResource = operation(
  'GetWebACLForResource',
  {
    input: shapes.getWebACLForResourceRequest,
    output: shapes.getWebACLForResourceResponse,
  },
  ({ world, scope }, input) => {
    // Distributions name their ACL themselves, and have no region in their ARN.
    const arn = requireOwnArn(scope, input.ResourceArn);
    const found = world.webAcls.findForResource(arn);
    return { WebACL: found && presentWebAcl(found) };
  },
);

const associate = operation(
  'AssociateWebACL',
  {
    input: shapes.associateWebACLRequest,
    output: shapes.associateWebACLResponse,
  },
  ({ world, scope }, input) => {
    world.webAcls.associate(
      scope,
      required(input.WebACLArn, 'WebACLArn', INVALID),
      requireOwnArn(scope, input.ResourceArn),
    );
    return {};
  },
);

const disassociate = operation(
  'DisassociateWebACL',
  {
    input: shapes.disassociateWebACLRequest,
    output: shapes.disassociateWebACLResponse,
  },
  ({ world, scope }, input) => {
    world.webAcls.disassociate(requireOwnArn(scope, input.ResourceArn));
    return {};
  },
);

/** Which regional resources stand behind which web ACL. @internal */
export const associationOperations: Operation[] = [
  listResources,
  getForResource,
  associate,
  disassociate,
];
