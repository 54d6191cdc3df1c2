import type { HumanDuration } from '@backstage/types';

/** What the AWS provider of private exposure reads. Credentials come from `aws`, by account id. */
export interface Config {
  privateExposure?: {
    aws?: {
      /** The accounts to look at. Each needs credentials under `aws`. */
      accounts?: Array<{
        /** Twelve digits, in quotes. */
        accountId: string;
        /**
         * What people call the account.
         * @default the account id
         */
        name?: string;
        /** Regions to look at, such as `eu-west-1`. At least one. */
        regions: string[];
        /**
         * Partition of the account.
         * @default the one that the regions belong to
         */
        partition?: string;
      }>;

      /** How many calls may be made, for each account and region. A burst is what may be saved up. */
      callBudget?: {
        ec2?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 100 */
          burst?: number;
        };
        elbv2?: {
          /** @default 20 */
          perSecond?: number;
          /** @default 200 */
          burst?: number;
        };
      };

      /**
       * When one attempt at a call is given up.
       * @default { seconds: 30 }
       */
      requestTimeout?: HumanDuration | string;

      /**
       * How often a call that only reads is attempted before it fails.
       * @default 5
       */
      maxAttempts?: number;
    };
  };
}
