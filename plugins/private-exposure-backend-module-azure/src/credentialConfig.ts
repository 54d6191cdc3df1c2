import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What the provider is to a tenant. @internal */
export type AzureCredentialConfig =
  | {
      type: 'workload-identity';
      /** The application; the SDK finds what the webhook set where it is left out. */
      clientId?: string;
      /** File with the service account's token; as above. */
      tokenFilePath?: string;
    }
  | {
      type: 'managed-identity';
      /** A user-assigned identity; the system-assigned one where it is left out. */
      clientId?: string;
    }
  | { type: 'client-secret'; clientId: string; clientSecret: string }
  | {
      type: 'client-certificate';
      clientId: string;
      /** PEM with certificate and private key: a file's path, or the text itself. */
      certificate: { path: string } | { text: string };
      certificatePassword?: string;
    };

const TYPES = [
  'workload-identity',
  'managed-identity',
  'client-secret',
  'client-certificate',
];

/**
 * Reads one tenant's credential.
 *
 * @throws InputError, naming the full key, if a value cannot be used. Its message holds no value of a secret.
 * @internal
 */
export function readCredentialConfig(
  config: Config,
  key: string,
): AzureCredentialConfig {
  const type = config.getString('type');
  switch (type) {
    case 'workload-identity':
      return {
        type,
        clientId: config.getOptionalString('clientId'),
        tokenFilePath: config.getOptionalString('tokenFilePath'),
      };
    case 'managed-identity':
      return { type, clientId: config.getOptionalString('clientId') };
    case 'client-secret':
      return {
        type,
        clientId: config.getString('clientId'),
        clientSecret: config.getString('clientSecret'),
      };
    case 'client-certificate':
      return {
        type,
        clientId: config.getString('clientId'),
        certificate: readCertificate(config, key),
        certificatePassword: config.getOptionalString('certificatePassword'),
      };
    default:
      throw new InputError(
        `'${key}.type' must be one of ${TYPES.join(', ')}, not '${type}'`,
      );
  }
}

function readCertificate(
  config: Config,
  key: string,
): { path: string } | { text: string } {
  const path = config.getOptionalString('certificatePath');
  const text = config.getOptionalString('certificate');
  if (path !== undefined && text === undefined) return { path };
  if (text !== undefined && path === undefined) return { text };
  throw new InputError(
    `'${key}' must have either 'certificatePath' or 'certificate'`,
  );
}
