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
        /**
         * Whether load balancers that stand behind no endpoint service are listed.
         * @default true
         */
        loadBalancers?: boolean;
        /**
         * Whether the account's CloudFront distributions are listed. They are a source of their own.
         * @default true, where the partition has CloudFront
         */
        distributions?: boolean;
      }>;

      /** How many calls may be made, for each account and region. A burst is what may be saved up. */
      callBudget?: {
        /** Certificate Manager. */
        acm?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 20 */
          burst?: number;
        };
        cloudfront?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 50 */
          burst?: number;
        };
        ec2?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 100 */
          burst?: number;
        };
        /** The older Elastic Load Balancing API, of Classic load balancers. */
        elb?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 50 */
          burst?: number;
        };
        elbv2?: {
          /** @default 20 */
          perSecond?: number;
          /** @default 200 */
          burst?: number;
        };
        iam?: {
          /** @default 2 */
          perSecond?: number;
          /** @default 20 */
          burst?: number;
        };
        /** Resource Access Manager. */
        ram?: {
          /** @default 2 */
          perSecond?: number;
          /** @default 20 */
          burst?: number;
        };
        /** AWS allows five requests a second for an account, whoever makes them. */
        route53?: {
          /** @default 3 */
          perSecond?: number;
          /** @default 5 */
          burst?: number;
        };
        /** The Resource Groups Tagging API. */
        tagging?: {
          /** @default 5 */
          perSecond?: number;
          /** @default 100 */
          burst?: number;
        };
        /** AWS allows five calls a second of each operation that reads. */
        wafv2?: {
          /** @default 3 */
          perSecond?: number;
          /** @default 5 */
          burst?: number;
        };
        /**
         * Which web ACL stands in front of what. AWS allows one call a second of each of these operations, and raises it for
         * nobody.
         */
        wafv2Associations?: {
          /** @default 1 */
          perSecond?: number;
          /** @default 1 */
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
