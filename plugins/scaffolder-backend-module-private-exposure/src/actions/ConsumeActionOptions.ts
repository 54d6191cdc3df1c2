import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the action that connects to a service uses. @public */
export interface ConsumeActionOptions extends TagOwnerActionOptions {
  /** Makes a token for the private exposure backend, in the name of the person who started the template. */
  auth: AuthService;
  /** Finds the private exposure backend. */
  discovery: DiscoveryService;
}
