import { Rule } from '../createRule';
import { acceptanceOff } from './acceptanceOff';
import { accepterResource } from './accepterResource';
import { anyPrincipal } from './anyPrincipal';
import { foreignPrivateName } from './foreignPrivateName';
import { privateNameSuffix } from './privateNameSuffix';

/** What is said of endpoint services. @internal */
export const endpointServiceRules: readonly Rule[] = [
  acceptanceOff,
  accepterResource,
  anyPrincipal,
  foreignPrivateName,
  privateNameSuffix,
];
