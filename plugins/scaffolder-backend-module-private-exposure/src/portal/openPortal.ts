import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { PrivateExposureClient } from '@postern/backstage-plugin-private-exposure-common';

/** What it takes to ask the private exposure backend. @internal */
export interface PortalOptions {
  /** Makes a token with which the private exposure backend sees the person, not the scaffolder. */
  auth: AuthService;
  /** Finds the private exposure backend. */
  discovery: DiscoveryService;
  /** The person who started the template: they are told what they may read. */
  credentials: BackstageCredentials;
}

/** Makes a client for the private exposure backend and the token of the person who runs the template. @internal */
export async function openPortal({
  auth,
  discovery,
  credentials,
}: PortalOptions): Promise<{ client: PrivateExposureClient; token: string }> {
  const client = new PrivateExposureClient({ discoveryApi: discovery });
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'private-exposure',
  });
  return { client, token };
}
