import { toTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { listVisible } from '../server/visible';
import * as shapes from './shapes/providerShapes';

const list = operation(
  'ListOpenIDConnectProviders',
  {
    input: shapes.listOpenIDConnectProvidersRequest,
    output: shapes.listOpenIDConnectProvidersResponse,
  },
  call => ({
    OpenIDConnectProviderList: listVisible(
      call,
      call.world.identityProviders.providers,
    ).map(({ id }) => ({ Arn: id })),
  }),
);

const get = operation(
  'GetOpenIDConnectProvider',
  {
    input: shapes.getOpenIDConnectProviderRequest,
    output: shapes.getOpenIDConnectProviderResponse,
  },
  ({ world, scope }, input) => {
    const provider = world.identityProviders.get(
      scope.accountId,
      required(
        input.OpenIDConnectProviderArn,
        'OpenIDConnectProviderArn',
        'ValidationError',
      ),
    );
    return {
      Url: provider.url,
      ClientIDList: provider.clientIds,
      ThumbprintList: provider.thumbprints,
      CreateDate: new Date(provider.createdAt),
      Tags: toTagList(provider.tags),
    };
  },
);

/** OpenID Connect providers. @internal */
export const providerOperations: Operation[] = [list, get];
