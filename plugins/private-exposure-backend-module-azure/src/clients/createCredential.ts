import type { TokenCredential } from '@azure/core-auth';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { isKnownAuthority } from '../clouds';
import type { AzureTenantConfig } from '../config';

/**
 * The SDK's credential for a tenant. It asks for no token yet.
 *
 * @throws what the SDK throws if the process lacks what the credential needs, such as the file of a workload identity.
 * @internal
 */
export function createCredential({
  tenantId,
  authorityHost,
  credential,
}: Pick<
  AzureTenantConfig,
  'tenantId' | 'authorityHost' | 'credential'
>): TokenCredential {
  const options = {
    authorityHost,
    // An authority of one's own is not in Microsoft's list, which would otherwise be asked about it.
    disableInstanceDiscovery: !isKnownAuthority(authorityHost),
  };
  switch (credential.type) {
    case 'workload-identity':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId: credential.clientId,
        tokenFilePath: credential.tokenFilePath,
      });
    case 'managed-identity':
      return credential.clientId === undefined
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: credential.clientId });
    case 'client-secret':
      return new ClientSecretCredential(
        tenantId,
        credential.clientId,
        credential.clientSecret,
        options,
      );
    case 'client-certificate': {
      const { clientId, certificate, certificatePassword } = credential;
      return 'path' in certificate
        ? new ClientCertificateCredential(
            tenantId,
            clientId,
            { certificatePath: certificate.path, certificatePassword },
            options,
          )
        : new ClientCertificateCredential(
            tenantId,
            clientId,
            { certificate: certificate.text, certificatePassword },
            options,
          );
    }
    default: {
      const unknown: never = credential;
      return unknown;
    }
  }
}
