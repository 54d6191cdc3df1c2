import type { HumanDuration } from '@backstage/types';

/** What the Azure provider of private exposure reads. */
export interface Config {
  privateExposure?: {
    azure?: {
      /** The tenants to look into. Each has one credential for all its subscriptions. */
      tenants?: Array<{
        /** The id of the directory, a GUID. */
        tenantId: string;
        /**
         * Which Azure it is in.
         * @default public
         */
        cloud?: 'public' | 'us-government' | 'china';
        /**
         * Where tokens are asked for, such as `https://login.microsoftonline.com`.
         * @default the one of the cloud
         */
        authorityHost?: string;
        /**
         * Where Azure Resource Manager is, such as `https://management.azure.com`.
         * @default the one of the cloud
         */
        resourceManagerUrl?: string;
        /**
         * Whom tokens are for, where that is not the address itself: in Azure Stack Hub the first of the audiences that
         * `<resourceManagerUrl>/metadata/endpoints` names, behind an address of your own `https://management.azure.com`.
         * @default resourceManagerUrl
         */
        tokenAudience?: string;

        /** What the provider is to this tenant. */
        credential:
          | {
              /** A Kubernetes service account that Entra ID trusts. */
              type: 'workload-identity';
              /**
               * The application.
               * @default AZURE_CLIENT_ID, as the webhook sets it
               */
              clientId?: string;
              /**
               * File with the service account's token.
               * @default AZURE_FEDERATED_TOKEN_FILE, as the webhook sets it
               */
              tokenFilePath?: string;
            }
          | {
              /** The identity of the machine, container or app that the backend runs on. */
              type: 'managed-identity';
              /**
               * A user-assigned identity.
               * @default the system-assigned identity
               */
              clientId?: string;
            }
          | {
              /** An application with a secret. */
              type: 'client-secret';
              /** The application. */
              clientId: string;
              /** @visibility secret */
              clientSecret: string;
            }
          | {
              /** An application with a certificate. Give either `certificatePath` or `certificate`. */
              type: 'client-certificate';
              /** The application. */
              clientId: string;
              /** A PEM file with certificate and private key. */
              certificatePath?: string;
              /**
               * The same as text.
               * @visibility secret
               */
              certificate?: string;
              /**
               * Password of the private key.
               * @visibility secret
               */
              certificatePassword?: string;
            };

        /** The subscriptions to look at. At least one. */
        subscriptions: Array<{
          /** A GUID. */
          subscriptionId: string;
          /**
           * What people call it; consumers in it are shown under that name too.
           * @default the subscription id
           */
          name?: string;
          /**
           * Whether the subscription's Front Doors are listed. They are a source of their own.
           * @default true
           */
          frontDoors?: boolean;
          /**
           * Ids of other resources that take private endpoints: web apps, storage accounts, SQL servers, key vaults, AKS
           * clusters and more. Each is a source of its own. Private link services and Front Doors are found without
           * being listed.
           */
          resources?: string[];
        }>;
      }>;

      /** How many calls may be made, for each subscription. A burst is what may be saved up. */
      callBudget?: {
        reads?: {
          /** @default 10 */
          perSecond?: number;
          /** @default 200 */
          burst?: number;
        };
        writes?: {
          /** @default 2 */
          perSecond?: number;
          /** @default 20 */
          burst?: number;
        };
      };

      /**
       * When one attempt at a call is given up.
       * @default { seconds: 30 }
       */
      requestTimeout?: HumanDuration | string;

      /**
       * How long a change that Azure carries out in the background is followed. What it became is read after that.
       * @default { minutes: 2 }
       */
      operationTimeout?: HumanDuration | string;

      /**
       * How often a call that only reads is attempted before it fails.
       * @default 5
       */
      maxAttempts?: number;
    };
  };
}
