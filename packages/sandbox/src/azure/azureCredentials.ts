/** An application that signs in with a secret, and where it may do everything. @public */
export interface AzureCredentials {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  subscriptionId: string;
}

/** The application that clients of the sandbox start with. @public */
export const defaultAzureCredentials: AzureCredentials = {
  tenantId: '00000000-aaaa-4000-8000-000000000001',
  clientId: '00000000-bbbb-4000-8000-000000000001',
  clientSecret: 'sandbox-only-secret',
  subscriptionId: '00000000-cccc-4000-8000-000000000001',
};
