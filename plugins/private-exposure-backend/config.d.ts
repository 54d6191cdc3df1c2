import type { HumanDuration } from '@backstage/types';

/** What the backend of private exposure reads. The clouds' own keys are documented by their modules. */
export interface Config {
  privateExposure?: {
    /**
     * The tag on a cloud resource that names the catalog entity it belongs to.
     * @default backstage-entity-ref
     */
    ownerTag?: string;

    /**
     * Names for people, by account or subscription, for consumers that no provider knows by name.
     */
    accountNames?: { [account: string]: string };

    /**
     * Cluster profiles, which the API offers to template forms. The scaffolder module checks what stands in them and says
     * what may: `@postern/backstage-plugin-scaffolder-backend-module-private-exposure`.
     */
    clusters?: { [name: string]: object };

    observation?: {
      /**
       * How often a scope is surveyed in bulk.
       * @default { minutes: 2 }
       */
      frequency?: HumanDuration | string;

      /**
       * How often a scope is surveyed while something in it moves.
       * @default { seconds: 10 }
       */
      activeFrequency?: HumanDuration | string;

      /**
       * For how long after its last change something counts as moving.
       * @default { hours: 1 }
       */
      activeFor?: HumanDuration | string;

      /**
       * How long after the start of the backend the first survey runs. Left out: at once.
       */
      initialDelay?: HumanDuration | string;

      /**
       * When a survey of one account or subscription is given up.
       * @default { minutes: 10 }
       */
      timeout?: HumanDuration | string;

      /**
       * How old an observation may be before it is shown as stale.
       * @default { minutes: 16 }
       */
      staleAfter?: HumanDuration | string;

      /**
       * How long a connection may wait before a finding says so.
       * @default { days: 3 }
       */
      pendingLimit?: HumanDuration | string;

      inspection?: {
        /**
         * How many exposures of a scope are looked at in depth in a minute.
         * @default 30
         */
        perMinute?: number;

        /**
         * When an inspection is made again, if the budget allows.
         * @default { minutes: 15 }
         */
        maxAge?: HumanDuration | string;

        /**
         * When the inspection of one exposure is given up.
         * @default { minutes: 1 }
         */
        timeout?: HumanDuration | string;
      };
    };

    claims?: {
      /**
       * How often the catalog is read for the entities that claim resources.
       * @default { minutes: 1 }
       */
      frequency?: HumanDuration | string;

      /**
       * Whose the Kubernetes namespaces are: by cluster, by namespace, the groups or users that own it. What a load
       * balancer controller made for a Service there belongs to an entity of theirs that names it, as if its owner tag
       * said so, and to no entity of others. For what carries no owner tag, such as Azure's private link services.
       */
      namespaceOwners?: {
        [cluster: string]: { [namespace: string]: string[] };
      };
    };

    decisions?: {
      /**
       * Whether a person must say why.
       * @default true
       */
      reasonRequired?: boolean;

      /**
       * Whether a second person must agree to an approval by somebody who owns the consumer, or who opened a change of
       * the exposure's entity or added to it, through a template or on the Git host. Who that was must be known: an
       * approval of which it cannot be shown waits as well.
       * @default false
       */
      fourEyes?: boolean;

      /**
       * Approves pending connections by rule, under the name `policy:<rule>`. All conditions of a rule must hold.
       */
      autoApproval?: {
        [rule: string]: {
          /** Accounts or subscriptions that may connect. Needed: a rule for everybody is not a rule. */
          consumerAccounts: string[];
          /** Only to the exposures of these entities. Left out: of every entity, by its owner tag. */
          entityRefs?: string[];
          /** Only for consumers in these regions. Left out: in every region. */
          regions?: string[];
        };
      };

      /**
       * Rejects connections that have waited this long, under the name `policy:pending-expiry`; those of an exposure that
       * only an annotation claims take no decision, and wait on. Left out: they wait for ever.
       */
      pendingExpiry?: HumanDuration | string;

      /**
       * How long the backend looks for the effect of a decision before it calls it unconfirmed, and how long it asks
       * a cloud again that is busy with another change.
       * @default { minutes: 2 }
       */
      effectTimeout?: HumanDuration | string;

      /**
       * How long the backend waits after a call whose outcome is unknown before it may make the call again. Longer
       * than the cloud takes to show a change.
       * @default { seconds: 20 }
       */
      settleTime?: HumanDuration | string;

      /**
       * Who owns which consumer account, for four-eyes: an account, and the group or users that own it.
       */
      consumerOwners?: { [account: string]: string[] };

      /**
       * Lets an entity's owner decide about a resource that only the entity's own annotation ties to the entity. An
       * annotation proves nothing: whoever can write the entity could let consumers into somebody else's service.
       * @default false
       */
      dangerouslyAllowUnconfirmedClaims?: boolean;
    };

    changes?: {
      /**
       * How often pull requests that moved within an hour are looked up at their Git host; a day long every fifth
       * time, then every sixtieth, or every fifth while somebody looks, and all together at most 3,000 times an hour.
       * @default { minutes: 1 }
       */
      pollInterval?: HumanDuration | string;
    };

    /**
     * What exposures cost for being there, for the estimate beside what no entity claims. Prices are yours: no cloud is
     * asked, and traffic is not in them.
     */
    costs?: {
      /**
       * Of the prices, as ISO 4217 writes it.
       * @default USD
       */
      currency?: string;

      /**
       * Price of one hour, by kind of exposure. Nothing is shown for a kind without one.
       */
      perHour?: {
        'aws-endpoint-service'?: number;
        'aws-load-balancer'?: number;
        'aws-cloudfront'?: number;
        'azure-private-link-service'?: number;
        'azure-front-door'?: number;
        'azure-private-link-resource'?: number;
        'eks-api-endpoint'?: number;
      };
    };

    notifications?: {
      /**
       * Where the app has put the entity's tab: what notifications to owners link to. From the portal's root, with
       * `{kind}`, `{namespace}` and `{name}` once each.
       * @default /catalog/{namespace}/{kind}/{name}/private-exposure
       */
      entityTabPath?: string;
    };

    retention?: {
      /**
       * How long lines of the timeline are kept.
       * @default { days: 365 }
       */
      events?: HumanDuration | string;

      /**
       * How long ended decisions, and merged and closed changes, are kept.
       * @default { days: 1095 }
       */
      decisions?: HumanDuration | string;

      /**
       * How long exposures that are gone are kept, and what was seen in sources that are no longer configured.
       * @default { days: 90 }
       */
      gone?: HumanDuration | string;
    };
  };
}
