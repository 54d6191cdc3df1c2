/** The OpenAPI document. Generated from openapi.yaml by `yarn generate`; do not edit. @internal */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'private-exposure',
    version: '1',
    description:
      'Who can reach a service privately, whether it works, and what waits for a decision. Every answer comes from the database; no request here makes a cloud look anything up, except the decisions and the refresh that ask for it. A Service of a manifest comes from the Git host of its repository.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'exposures' },
    { name: 'connections' },
    { name: 'decisions' },
    { name: 'sources' },
    { name: 'changes' },
    { name: 'clusters' },
    { name: 'manifests' },
  ],
  paths: {
    '/v1/entities/{kind}/{namespace}/{name}/exposures': {
      get: {
        operationId: 'getEntityExposures',
        tags: ['exposures'],
        summary: 'Everything the entity page shows, in one answer.',
        parameters: [
          { $ref: '#/components/parameters/EntityKind' },
          { $ref: '#/components/parameters/EntityNamespace' },
          { $ref: '#/components/parameters/EntityName' },
        ],
        responses: {
          '200': {
            description:
              'The exposures of the entity, with their connections, hops, grants, findings and changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityExposures' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/entities/{kind}/{namespace}/{name}/manifest-service': {
      get: {
        operationId: 'getManifestService',
        tags: ['manifests'],
        summary:
          "One Service as a manifest on the default branch of the entity's repository has it, for the preview of a template form. Nothing else of the file is answered.",
        parameters: [
          { $ref: '#/components/parameters/EntityKind' },
          { $ref: '#/components/parameters/EntityNamespace' },
          { $ref: '#/components/parameters/EntityName' },
          {
            name: 'path',
            in: 'query',
            required: true,
            description: "Path of the manifest inside the entity's folder.",
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
              pattern:
                '^[A-Za-z0-9._@+=-]+(/[A-Za-z0-9._@+=-]+)*\\.(yaml|yml)$',
            },
          },
          {
            name: 'serviceName',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'serviceNamespace',
            in: 'query',
            required: true,
            description: 'Also found in a Service that leaves it open.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
        responses: {
          '200': {
            description: 'The Service, or why there is none to show.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ManifestService' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures/by-entity-refs': {
      post: {
        operationId: 'getExposureSummaries',
        tags: ['exposures'],
        summary:
          'The state of up to 100 entities. Entities that the caller may not read are left out.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRefs'],
                properties: {
                  entityRefs: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: { $ref: '#/components/schemas/EntityRef' },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One summary for each entity that has exposures.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/EntitySummary' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures': {
      get: {
        operationId: 'listExposures',
        tags: ['exposures'],
        summary: 'The inventory.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'kind',
            in: 'query',
            schema: { $ref: '#/components/schemas/ExposureKind' },
          },
          {
            name: 'lifecycle',
            in: 'query',
            schema: { $ref: '#/components/schemas/Lifecycle' },
          },
          {
            name: 'health',
            in: 'query',
            schema: { $ref: '#/components/schemas/Health' },
          },
          {
            name: 'attention',
            in: 'query',
            schema: { $ref: '#/components/schemas/Attention' },
          },
          {
            name: 'scopeId',
            in: 'query',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'text',
            in: 'query',
            description:
              'Start of the name, the native id or the entity reference.',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'order',
            in: 'query',
            schema: { $ref: '#/components/schemas/ExposureOrder' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExposurePage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures/{exposureId}': {
      get: {
        operationId: 'getExposure',
        tags: ['exposures'],
        summary: 'One exposure, as the entity page shows it.',
        parameters: [{ $ref: '#/components/parameters/ExposureId' }],
        responses: {
          '200': {
            description: 'The exposure.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExposureDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures/{exposureId}/events': {
      get: {
        operationId: 'listEvents',
        tags: ['exposures'],
        summary: 'The timeline of an exposure, newest first.',
        parameters: [
          { $ref: '#/components/parameters/ExposureId' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EventPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures/{exposureId}/refresh': {
      post: {
        operationId: 'refreshExposure',
        tags: ['exposures'],
        summary:
          'Ask for a new inspection soon. Limited to one a minute for each exposure.',
        parameters: [{ $ref: '#/components/parameters/ExposureId' }],
        responses: {
          '202': {
            description: 'The inspection is queued.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['queuedAt'],
                  properties: {
                    queuedAt: { $ref: '#/components/schemas/Timestamp' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/exposures/{exposureId}/domain-verification': {
      post: {
        operationId: 'startDomainVerification',
        tags: ['exposures'],
        summary: 'Ask the cloud to check the TXT record now.',
        parameters: [{ $ref: '#/components/parameters/ExposureId' }],
        responses: {
          '202': {
            description:
              'The cloud took the request. The outcome shows on the exposure once it has looked.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['requestedAt'],
                  properties: {
                    requestedAt: { $ref: '#/components/schemas/Timestamp' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/unclaimed': {
      get: {
        operationId: 'listUnclaimed',
        tags: ['exposures'],
        summary:
          'What no catalog entity claims, with who made it and what it costs.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          { $ref: '#/components/parameters/UnclaimedKind' },
          { $ref: '#/components/parameters/UnclaimedProvider' },
          { $ref: '#/components/parameters/UnclaimedAccount' },
          { $ref: '#/components/parameters/UnclaimedScope' },
          { $ref: '#/components/parameters/OlderThanDays' },
          { $ref: '#/components/parameters/CreatedBy' },
          { $ref: '#/components/parameters/Manager' },
          { $ref: '#/components/parameters/UnclaimedText' },
          { $ref: '#/components/parameters/UnclaimedOrder' },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/UnclaimedPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/unclaimed/totals': {
      get: {
        operationId: 'getUnclaimedTotals',
        tags: ['exposures'],
        summary: 'How much of it there is, by kind, and what that costs.',
        parameters: [
          { $ref: '#/components/parameters/UnclaimedKind' },
          { $ref: '#/components/parameters/UnclaimedProvider' },
          { $ref: '#/components/parameters/UnclaimedAccount' },
          { $ref: '#/components/parameters/UnclaimedScope' },
          { $ref: '#/components/parameters/OlderThanDays' },
          { $ref: '#/components/parameters/CreatedBy' },
          { $ref: '#/components/parameters/Manager' },
          { $ref: '#/components/parameters/UnclaimedText' },
        ],
        responses: {
          '200': {
            description: 'The totals of what the filters select.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/UnclaimedTotals' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/unclaimed/export': {
      get: {
        operationId: 'exportUnclaimed',
        tags: ['exposures'],
        summary:
          'What the filters select as CSV (RFC 4180, UTF-8), in the given order.',
        description:
          'At most as many rows as `exportLimit` of the totals says; a last row then says that there is more. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
        parameters: [
          { $ref: '#/components/parameters/UnclaimedKind' },
          { $ref: '#/components/parameters/UnclaimedProvider' },
          { $ref: '#/components/parameters/UnclaimedAccount' },
          { $ref: '#/components/parameters/UnclaimedScope' },
          { $ref: '#/components/parameters/OlderThanDays' },
          { $ref: '#/components/parameters/CreatedBy' },
          { $ref: '#/components/parameters/Manager' },
          { $ref: '#/components/parameters/UnclaimedText' },
          { $ref: '#/components/parameters/UnclaimedOrder' },
        ],
        responses: {
          '200': {
            description: 'The table, with its head.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/connections': {
      get: {
        operationId: 'listConnections',
        tags: ['connections'],
        summary:
          'The approval inbox, oldest request first. Only connections that the caller may read are listed.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description: 'Left out, every state is listed.',
            schema: { $ref: '#/components/schemas/ConnectionState' },
          },
          {
            name: 'scopeId',
            in: 'query',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'consumerAccount',
            in: 'query',
            schema: { type: 'string', maxLength: 100 },
          },
          {
            name: 'entityRef',
            in: 'query',
            schema: { $ref: '#/components/schemas/EntityRef' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ConnectionPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/connections/{connectionId}/decisions': {
      post: {
        operationId: 'decideConnection',
        tags: ['decisions'],
        summary: 'Record a verdict on a connection and carry it out.',
        parameters: [
          {
            name: 'connectionId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 64 },
          },
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description:
              'Any text that is new for each click. The same key gets the same decision again.',
            schema: { type: 'string', minLength: 8, maxLength: 128 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/DecisionRequest' },
            },
          },
        },
        responses: {
          '202': {
            description:
              'The decision is stored and will be carried out. Follow it with its id.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Decision' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/decisions': {
      get: {
        operationId: 'listDecisions',
        tags: ['decisions'],
        summary: 'What was decided, newest first.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'status',
            in: 'query',
            schema: { $ref: '#/components/schemas/DecisionStatus' },
          },
          {
            name: 'connectionId',
            in: 'query',
            schema: { type: 'string', maxLength: 64 },
          },
          {
            name: 'exposureId',
            in: 'query',
            schema: { type: 'string', maxLength: 64 },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DecisionPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/decisions/{decisionId}': {
      get: {
        operationId: 'getDecision',
        tags: ['decisions'],
        summary: 'One decision and what became of it.',
        parameters: [
          {
            name: 'decisionId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 64 },
          },
        ],
        responses: {
          '200': {
            description: 'The decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Decision' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/scopes': {
      get: {
        operationId: 'listScopes',
        tags: ['sources'],
        summary: 'Freshness and errors of every source.',
        responses: {
          '200': {
            description: 'All scopes.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Scope' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/changes': {
      get: {
        operationId: 'listChanges',
        tags: ['changes'],
        summary: 'Pull requests that templates opened, newest first.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            schema: { $ref: '#/components/schemas/ChangeState' },
          },
          {
            name: 'entityRef',
            in: 'query',
            schema: { $ref: '#/components/schemas/EntityRef' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChangePage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createChange',
        tags: ['changes'],
        summary:
          "Track a pull request. For the scaffolder's service token only. The same address twice is one change.",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ChangeRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The tracked change.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Change' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/clusters': {
      get: {
        operationId: 'listClusters',
        tags: ['clusters'],
        summary:
          'What manifests will meet in each cluster, for the cluster picker of a template form.',
        responses: {
          '200': {
            description: 'All clusters of the configuration, by name.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Cluster' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/v1/clusters/{clusterName}': {
      get: {
        operationId: 'getCluster',
        tags: ['clusters'],
        summary:
          'What manifests will meet in a cluster, for the preview of a template form.',
        parameters: [
          {
            name: 'clusterName',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The cluster.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Cluster' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  },
  components: {
    parameters: {
      EntityKind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      EntityNamespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      EntityName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      ExposureId: {
        name: 'exposureId',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 64 },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      Cursor: {
        name: 'cursor',
        in: 'query',
        description: 'The nextCursor of the page before.',
        schema: { type: 'string', maxLength: 1000 },
      },
      UnclaimedKind: {
        name: 'kind',
        in: 'query',
        schema: { $ref: '#/components/schemas/ExposureKind' },
      },
      UnclaimedProvider: {
        name: 'provider',
        in: 'query',
        description: 'Id of a provider, such as aws.',
        schema: { type: 'string', maxLength: 64 },
      },
      UnclaimedAccount: {
        name: 'account',
        in: 'query',
        description: 'Account or subscription.',
        schema: { type: 'string', maxLength: 200 },
      },
      UnclaimedScope: {
        name: 'scopeId',
        in: 'query',
        schema: { type: 'string', maxLength: 200 },
      },
      OlderThanDays: {
        name: 'olderThanDays',
        in: 'query',
        description:
          'Made at least so many days ago; where nobody knows when it was made, first seen so long ago.',
        schema: { type: 'integer', minimum: 1, maximum: 36500 },
      },
      CreatedBy: {
        name: 'createdBy',
        in: 'query',
        description:
          "Start of the maker's name, without what stands in front of its last : or /.",
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      Manager: {
        name: 'manager',
        in: 'query',
        schema: { $ref: '#/components/schemas/Manager' },
      },
      UnclaimedText: {
        name: 'text',
        in: 'query',
        description: 'Start of the name or the native id.',
        schema: { type: 'string', maxLength: 200 },
      },
      UnclaimedOrder: {
        name: 'order',
        in: 'query',
        schema: { $ref: '#/components/schemas/UnclaimedOrder' },
      },
    },
    responses: {
      Error: {
        description: 'What went wrong, and what to do.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      EntityRef: {
        type: 'string',
        minLength: 3,
        maxLength: 200,
        description: 'kind:namespace/name, lower case.',
      },
      Timestamp: {
        type: 'string',
        format: 'date-time',
        description: 'ISO 8601, UTC.',
      },
      ExposureKind: {
        type: 'string',
        enum: [
          'aws-endpoint-service',
          'azure-private-link-service',
          'aws-cloudfront',
          'azure-front-door',
          'azure-private-link-resource',
          'aws-load-balancer',
          'eks-api-endpoint',
        ],
      },
      Lifecycle: {
        type: 'string',
        enum: ['in-review', 'provisioning', 'live', 'deleting', 'gone'],
      },
      Health: {
        type: 'string',
        enum: ['ok', 'degraded', 'failing', 'unknown'],
      },
      Attention: {
        type: 'string',
        description: 'What waits for a person.',
        enum: [
          'connection-pending',
          'domain-unverified',
          'change-open',
          'claim-conflict',
          'claim-unconfirmed',
          'decision-failed',
        ],
      },
      ConnectionState: {
        type: 'string',
        enum: [
          'pending',
          'connecting',
          'connected',
          'rejected',
          'disconnected',
          'expired',
          'failed',
          'removing',
          'unknown',
        ],
      },
      Verdict: { type: 'string', enum: ['approve', 'reject', 'remove'] },
      DecisionStatus: {
        type: 'string',
        description:
          'requested: stored, nothing done yet. applying: the cloud call is on its way. applied: a reading after the call shows the effect. failed: the cloud refused; the message says why. superseded: what the person saw was no longer there, nothing was done. unconfirmed: the call was made, but no reading showed the effect in time.',
        enum: [
          'requested',
          'applying',
          'applied',
          'failed',
          'superseded',
          'unconfirmed',
        ],
      },
      ChangeState: { type: 'string', enum: ['open', 'merged', 'closed'] },
      ChangePurpose: {
        type: 'string',
        enum: ['expose', 'consume', 'grant', 'withdraw', 'claim'],
      },
      SourceState: {
        type: 'string',
        enum: ['fresh', 'stale', 'failed'],
        description:
          'fresh: the last survey was complete and is recent. stale: it is too old or was incomplete. failed: the last attempt failed.',
      },
      Severity: { type: 'string', enum: ['error', 'warning', 'info'] },
      ExposureOrder: {
        type: 'string',
        enum: [
          'name',
          '-name',
          'observedAt',
          '-observedAt',
          'health',
          '-health',
        ],
        default: 'name',
      },
      UnclaimedOrder: {
        type: 'string',
        description:
          'createdAt: the oldest first; what nobody knows the making of stands where it was first seen. cost: the cheapest first; kinds without a price come last either way.',
        enum: [
          'name',
          '-name',
          'observedAt',
          '-observedAt',
          'health',
          '-health',
          'createdAt',
          '-createdAt',
          'cost',
          '-cost',
        ],
        default: 'name',
      },
      Manager: {
        type: 'string',
        description:
          'iac: infrastructure code. kubernetes: a controller in a cluster. unknown: nothing on the resource tells; it may have been made by hand.',
        enum: ['iac', 'kubernetes', 'unknown'],
      },
      Source: {
        type: 'object',
        required: ['state'],
        properties: {
          state: { $ref: '#/components/schemas/SourceState' },
          observedAt: { $ref: '#/components/schemas/Timestamp' },
          error: {
            type: 'string',
            description: 'Why the last attempt failed, without secrets.',
          },
        },
      },
      Fact: {
        type: 'object',
        description:
          "One property of an exposure or hop in the cloud's own words.",
        required: ['label', 'value'],
        properties: {
          label: { type: 'string' },
          value: { type: 'string' },
          copyable: { type: 'boolean' },
        },
      },
      DomainVerification: {
        type: 'object',
        required: ['domain', 'state'],
        properties: {
          domain: { type: 'string' },
          state: {
            type: 'string',
            enum: ['pending', 'verified', 'failed', 'unknown'],
          },
          record: {
            type: 'object',
            description: 'The record to publish.',
            required: ['type', 'name', 'value'],
            properties: {
              type: { type: 'string', enum: ['TXT'] },
              name: { type: 'string' },
              value: { type: 'string' },
            },
          },
        },
      },
      Hop: {
        type: 'object',
        description: 'One element on the path, consumer side first.',
        required: ['id', 'type', 'title', 'health'],
        properties: {
          id: { type: 'string' },
          type: {
            type: 'string',
            enum: [
              'connection',
              'dns-name',
              'certificate',
              'cdn',
              'waf',
              'vpc-origin',
              'endpoint-service',
              'private-link-service',
              'private-link-resource',
              'load-balancer',
              'target-group',
              'kubernetes-service',
              'kubernetes-ingress',
            ],
          },
          title: { type: 'string' },
          nativeId: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          reason: { type: 'string', description: 'Why it is not ok.' },
          facts: {
            type: 'array',
            items: { $ref: '#/components/schemas/Fact' },
          },
          consoleUrl: { type: 'string', format: 'uri' },
        },
      },
      Grant: {
        type: 'object',
        description: 'Who may ask to connect.',
        required: ['principal', 'type'],
        properties: {
          principal: { type: 'string' },
          type: {
            type: 'string',
            enum: [
              'everyone',
              'account',
              'principal',
              'organization-unit',
              'service',
              'subscription',
            ],
          },
          autoApproved: { type: 'boolean' },
        },
      },
      Finding: {
        type: 'object',
        required: ['ruleId', 'severity', 'message', 'remedy'],
        properties: {
          ruleId: { type: 'string' },
          severity: { $ref: '#/components/schemas/Severity' },
          message: { type: 'string' },
          remedy: { type: 'string' },
          hopId: {
            type: 'string',
            description: 'The hop that the finding is about.',
          },
          evidence: {
            type: 'array',
            items: { $ref: '#/components/schemas/Fact' },
          },
        },
      },
      Consumer: {
        type: 'object',
        required: ['account'],
        properties: {
          account: {
            type: 'string',
            description: 'Account or subscription of the consumer.',
          },
          accountName: {
            type: 'string',
            description: 'From the config or the portal, where known.',
          },
          region: { type: 'string' },
          endpointId: { type: 'string' },
        },
      },
      Connection: {
        type: 'object',
        required: [
          'id',
          'exposureId',
          'state',
          'nativeState',
          'consumer',
          'firstSeenAt',
          'source',
          'verdicts',
        ],
        properties: {
          id: { type: 'string' },
          exposureId: { type: 'string' },
          state: { $ref: '#/components/schemas/ConnectionState' },
          nativeState: { type: 'string' },
          consumer: { $ref: '#/components/schemas/Consumer' },
          createdAt: { $ref: '#/components/schemas/Timestamp' },
          firstSeenAt: { $ref: '#/components/schemas/Timestamp' },
          expiresAt: { $ref: '#/components/schemas/Timestamp' },
          source: { $ref: '#/components/schemas/Source' },
          facts: {
            type: 'array',
            items: { $ref: '#/components/schemas/Fact' },
          },
          verdicts: {
            type: 'array',
            description: 'What the caller may decide now.',
            items: { $ref: '#/components/schemas/Verdict' },
          },
          decision: { $ref: '#/components/schemas/Decision' },
          change: { $ref: '#/components/schemas/ConnectionChange' },
          contestedChange: { $ref: '#/components/schemas/ConnectionChange' },
        },
      },
      ConnectionChange: {
        type: 'object',
        description:
          'The pull request whose request id a connection that waits carries, for those who may read it. A consumer writes the text of its request freely, so that this is a hint for whoever decides and decides nothing itself. Where another connection carries the same id, nothing tells whose it is; it is then the contested change of both, and the change of neither.',
        required: ['id', 'title', 'url', 'state'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          url: { type: 'string', format: 'uri' },
          state: { $ref: '#/components/schemas/ChangeState' },
          origin: { $ref: '#/components/schemas/ConnectionOrigin' },
        },
      },
      ConnectionOrigin: {
        type: 'object',
        description:
          "The exposure that the pull request made and that says itself that it asks here, with the same id, such as a Front Door. Missing where the pull request is about a consumer's endpoint, which says nothing to us.",
        required: ['exposureId', 'kind', 'name'],
        properties: {
          exposureId: { type: 'string' },
          kind: { $ref: '#/components/schemas/ExposureKind' },
          name: { type: 'string' },
          region: {
            type: 'string',
            description:
              'Where the endpoint is, as the exposure and the connection both say. Missing where one of them does not.',
          },
        },
      },
      InboxConnection: {
        allOf: [
          { $ref: '#/components/schemas/Connection' },
          {
            type: 'object',
            required: ['exposure'],
            properties: {
              exposure: { $ref: '#/components/schemas/ExposureSummary' },
            },
          },
        ],
      },
      ConnectionCounts: {
        type: 'object',
        description: 'Connections by state; a state without any is left out.',
        additionalProperties: { type: 'integer', minimum: 0 },
      },
      ExposureSummary: {
        type: 'object',
        required: [
          'id',
          'kind',
          'name',
          'nativeId',
          'scopeId',
          'lifecycle',
          'health',
          'attention',
          'connectionCounts',
          'source',
        ],
        properties: {
          id: { type: 'string' },
          kind: { $ref: '#/components/schemas/ExposureKind' },
          name: { type: 'string' },
          nativeId: { type: 'string' },
          scopeId: { type: 'string' },
          account: { type: 'string' },
          accountName: { type: 'string' },
          region: { type: 'string' },
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          claim: { $ref: '#/components/schemas/Claim' },
          lifecycle: { $ref: '#/components/schemas/Lifecycle' },
          health: { $ref: '#/components/schemas/Health' },
          healthReason: { type: 'string' },
          attention: {
            type: 'array',
            items: { $ref: '#/components/schemas/Attention' },
          },
          connectionCounts: { $ref: '#/components/schemas/ConnectionCounts' },
          firstSeenAt: { $ref: '#/components/schemas/Timestamp' },
          source: { $ref: '#/components/schemas/Source' },
        },
      },
      Provenance: {
        type: 'object',
        description:
          'Who made an exposure, when, and what looks after it, as far as the cloud tells. What is missing is not known.',
        required: ['manager'],
        properties: {
          createdAt: { $ref: '#/components/schemas/Timestamp' },
          createdBy: {
            type: 'string',
            description: 'In the words of a tag that says so.',
          },
          managedBy: {
            type: 'string',
            description:
              'What made it and would make it again, such as CloudFormation stack x.',
          },
          manager: { $ref: '#/components/schemas/Manager' },
        },
      },
      CostEstimate: {
        type: 'object',
        description:
          'An estimate from the prices of the configuration, `privateExposure.costs`, for being there alone: no cloud was asked, and traffic is not in it.',
        required: ['currency', 'perHour', 'per30Days'],
        properties: {
          currency: { type: 'string', description: 'ISO 4217.' },
          perHour: { type: 'number', minimum: 0 },
          per30Days: { type: 'number', minimum: 0 },
        },
      },
      UnclaimedExposure: {
        allOf: [
          { $ref: '#/components/schemas/ExposureSummary' },
          {
            type: 'object',
            required: ['provider', 'provenance', 'kubernetesServices'],
            properties: {
              provider: { type: 'string' },
              address: {
                type: 'string',
                description:
                  'What a consumer needs to name it: a service name, an alias, a host name.',
              },
              provenance: { $ref: '#/components/schemas/Provenance' },
              kubernetesServices: {
                type: 'array',
                description:
                  'Identities that a controller wrote on it: cluster/namespace/service.',
                items: { type: 'string' },
              },
              cost: { $ref: '#/components/schemas/CostEstimate' },
              consoleUrl: { type: 'string', format: 'uri' },
            },
          },
        ],
      },
      UnclaimedTotals: {
        type: 'object',
        required: ['count', 'byKind', 'unpriced', 'exportLimit'],
        properties: {
          count: { type: 'integer' },
          byKind: {
            type: 'array',
            description:
              'Kinds of which there are any, the most expensive first.',
            items: {
              type: 'object',
              required: ['kind', 'count'],
              properties: {
                kind: { $ref: '#/components/schemas/ExposureKind' },
                count: { type: 'integer' },
                cost: { $ref: '#/components/schemas/CostEstimate' },
              },
            },
          },
          cost: { $ref: '#/components/schemas/CostEstimate' },
          unpriced: {
            type: 'integer',
            description:
              'How many are of a kind without a price, and not in the cost.',
          },
          exportLimit: {
            type: 'integer',
            description: 'How many rows an export has at most.',
          },
        },
      },
      Claim: {
        type: 'object',
        description: 'Why the exposure belongs to the entity.',
        required: ['basis', 'confirmed'],
        properties: {
          basis: {
            type: 'string',
            enum: ['owner-tag', 'kubernetes-identity', 'annotation'],
          },
          confirmed: {
            type: 'boolean',
            description:
              'False for an annotation that nothing on the cloud side confirms.',
          },
        },
      },
      ClaimConflict: {
        type: 'object',
        description:
          'The entity names a resource that belongs to somebody else. Nothing more is shown of it.',
        required: ['nativeId', 'message'],
        properties: {
          nativeId: { type: 'string' },
          message: { type: 'string' },
        },
      },
      ConnectInstructions: {
        type: 'object',
        required: ['snippets'],
        properties: {
          address: {
            type: 'string',
            description:
              'What a consumer needs to name the service: a service name or an alias.',
          },
          addressLabel: { type: 'string' },
          snippets: {
            type: 'array',
            items: {
              type: 'object',
              required: ['title', 'language', 'text'],
              properties: {
                title: { type: 'string' },
                language: {
                  type: 'string',
                  enum: ['hcl', 'shell', 'bicep', 'yaml', 'json'],
                },
                text: { type: 'string' },
              },
            },
          },
        },
      },
      ExposureDetail: {
        allOf: [
          { $ref: '#/components/schemas/ExposureSummary' },
          {
            type: 'object',
            required: [
              'facts',
              'hops',
              'connections',
              'connectionsTotal',
              'grants',
              'findings',
              'capabilities',
            ],
            properties: {
              nativeState: { type: 'string' },
              facts: {
                type: 'array',
                items: { $ref: '#/components/schemas/Fact' },
              },
              domain: { $ref: '#/components/schemas/DomainVerification' },
              hops: {
                type: 'array',
                items: { $ref: '#/components/schemas/Hop' },
              },
              connections: {
                type: 'array',
                description: 'At most 200, those that wait first.',
                items: { $ref: '#/components/schemas/Connection' },
              },
              connectionsTotal: { type: 'integer' },
              grants: {
                type: 'array',
                items: { $ref: '#/components/schemas/Grant' },
              },
              findings: {
                type: 'array',
                items: { $ref: '#/components/schemas/Finding' },
              },
              inspection: { $ref: '#/components/schemas/Source' },
              connect: { $ref: '#/components/schemas/ConnectInstructions' },
              consoleUrl: { type: 'string', format: 'uri' },
              capabilities: {
                type: 'array',
                description: 'What the caller may ask for now.',
                items: { type: 'string', enum: ['refresh', 'verify-domain'] },
              },
            },
          },
        ],
      },
      EntityExposures: {
        type: 'object',
        required: ['entityRef', 'exposures', 'changes', 'conflicts', 'sources'],
        properties: {
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          exposures: {
            type: 'array',
            items: { $ref: '#/components/schemas/ExposureDetail' },
          },
          changes: {
            type: 'array',
            items: { $ref: '#/components/schemas/Change' },
          },
          conflicts: {
            type: 'array',
            items: { $ref: '#/components/schemas/ClaimConflict' },
          },
          unresolved: {
            type: 'array',
            description:
              'Resources that the entity names and no survey has seen, with what is known of their source.',
            items: {
              type: 'object',
              required: ['nativeId', 'source'],
              properties: {
                nativeId: { type: 'string' },
                source: { $ref: '#/components/schemas/Source' },
              },
            },
          },
          sources: {
            type: 'array',
            description:
              'The scopes that the exposures come from, and all that are not fresh.',
            items: { $ref: '#/components/schemas/Scope' },
          },
        },
      },
      EntitySummary: {
        type: 'object',
        required: ['entityRef', 'exposures', 'openChanges', 'conflicts'],
        properties: {
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          exposures: {
            type: 'array',
            items: { $ref: '#/components/schemas/ExposureSummary' },
          },
          openChanges: { type: 'integer' },
          conflicts: { type: 'integer' },
        },
      },
      Scope: {
        type: 'object',
        required: ['id', 'provider', 'title', 'source'],
        properties: {
          id: { type: 'string' },
          provider: { type: 'string' },
          title: { type: 'string' },
          account: { type: 'string' },
          region: { type: 'string' },
          source: { $ref: '#/components/schemas/Source' },
          lastAttemptAt: { $ref: '#/components/schemas/Timestamp' },
          nextAttemptAt: { $ref: '#/components/schemas/Timestamp' },
          exposures: { type: 'integer' },
          connections: { type: 'integer' },
          calls: {
            type: 'integer',
            description: 'Cloud calls of the last survey.',
          },
          throttles: { type: 'integer' },
          durationSeconds: { type: 'number' },
        },
      },
      DecisionRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['verdict', 'reason', 'seen'],
        properties: {
          verdict: { $ref: '#/components/schemas/Verdict' },
          reason: {
            type: 'string',
            maxLength: 1000,
            description:
              'Why. Required unless the configuration says otherwise.',
          },
          seen: {
            type: 'object',
            additionalProperties: false,
            description:
              'The state that the person saw. Another state by now ends the decision as superseded.',
            required: ['state'],
            properties: {
              state: { $ref: '#/components/schemas/ConnectionState' },
            },
          },
        },
      },
      Reading: {
        type: 'object',
        description: 'What the cloud said about the connection at a moment.',
        required: ['at', 'found'],
        properties: {
          at: { $ref: '#/components/schemas/Timestamp' },
          found: { type: 'boolean' },
          state: { $ref: '#/components/schemas/ConnectionState' },
          nativeState: { type: 'string' },
          consumer: { $ref: '#/components/schemas/Consumer' },
        },
      },
      Decision: {
        type: 'object',
        required: [
          'id',
          'connectionId',
          'exposureId',
          'verdict',
          'reason',
          'status',
          'decidedBy',
          'requestedAt',
        ],
        properties: {
          id: { type: 'string' },
          connectionId: { type: 'string' },
          exposureId: { type: 'string' },
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          verdict: { $ref: '#/components/schemas/Verdict' },
          reason: { type: 'string' },
          status: { $ref: '#/components/schemas/DecisionStatus' },
          decidedBy: {
            type: 'string',
            description: 'A user entity reference, or policy:<name>.',
          },
          approvals: {
            type: 'array',
            description: 'With four-eyes: who agreed, in order.',
            items: { type: 'string' },
          },
          requestedAt: { $ref: '#/components/schemas/Timestamp' },
          endedAt: { $ref: '#/components/schemas/Timestamp' },
          message: {
            type: 'string',
            description: 'What became of it, for a person.',
          },
          before: { $ref: '#/components/schemas/Reading' },
          after: { $ref: '#/components/schemas/Reading' },
          exposureName: { type: 'string' },
          consumer: { $ref: '#/components/schemas/Consumer' },
        },
      },
      Change: {
        type: 'object',
        required: [
          'id',
          'entityRef',
          'purpose',
          'url',
          'title',
          'state',
          'openedAt',
        ],
        properties: {
          id: { type: 'string' },
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          kind: { $ref: '#/components/schemas/ExposureKind' },
          purpose: { $ref: '#/components/schemas/ChangePurpose' },
          url: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          state: { $ref: '#/components/schemas/ChangeState' },
          openedBy: { type: 'string' },
          openedAt: { $ref: '#/components/schemas/Timestamp' },
          endedAt: { $ref: '#/components/schemas/Timestamp' },
          exposureId: {
            type: 'string',
            description: 'The exposure that came out of it, once one was seen.',
          },
          findings: {
            type: 'array',
            description:
              'What the linter said of the files when the template ran, worst first; missing where nobody told. At most 50.',
            items: { $ref: '#/components/schemas/ChangeFinding' },
          },
          findingCount: {
            type: 'integer',
            description:
              'How many findings there were; more than are listed where some were left out.',
          },
          source: { $ref: '#/components/schemas/Source' },
        },
      },
      ChangeFinding: {
        type: 'object',
        additionalProperties: false,
        required: ['ruleId', 'severity', 'message', 'remedy', 'path', 'line'],
        properties: {
          ruleId: { type: 'string', minLength: 1, maxLength: 100 },
          severity: { $ref: '#/components/schemas/Severity' },
          message: { type: 'string', maxLength: 2000 },
          remedy: { type: 'string', maxLength: 2000 },
          path: { type: 'string', minLength: 1, maxLength: 1000 },
          line: { type: 'integer', minimum: 1, description: 'Counted from 1.' },
        },
      },
      ChangeRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'purpose', 'url', 'title'],
        properties: {
          entityRef: { $ref: '#/components/schemas/EntityRef' },
          kind: { $ref: '#/components/schemas/ExposureKind' },
          purpose: { $ref: '#/components/schemas/ChangePurpose' },
          url: { type: 'string', format: 'uri', maxLength: 2000 },
          title: { type: 'string', minLength: 1, maxLength: 300 },
          openedBy: { $ref: '#/components/schemas/EntityRef' },
          findings: {
            type: 'array',
            maxItems: 50,
            description:
              'What the linter said of the files, worst first. A later request for the same address replaces them.',
            items: { $ref: '#/components/schemas/ChangeFinding' },
          },
          findingCount: { type: 'integer', minimum: 0, maximum: 1000000 },
          requestId: {
            type: 'string',
            pattern:
              '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
            description:
              'The random id in the request message of the connection that the change makes, by which it is recognised. Never sent again: whoever knows it could write it into a request of their own.',
          },
        },
      },
      ManifestService: {
        type: 'object',
        description:
          'A Service as a manifest has it, or why there is none to show.',
        required: ['state'],
        properties: {
          state: { $ref: '#/components/schemas/ManifestServiceState' },
          repository: {
            type: 'string',
            description:
              'Where was looked, for people: owner and name of the repository.',
          },
          path: {
            type: 'string',
            description: "Path of the manifest from the repository's root.",
          },
          reason: { $ref: '#/components/schemas/UnreadableManifest' },
          service: {
            type: 'object',
            additionalProperties: true,
            description:
              'Its apiVersion, kind, name, namespace, annotations, labels and spec; of one that was found alone.',
          },
        },
      },
      ManifestServiceState: {
        type: 'string',
        description:
          '`no-file` is what the Git host says of a repository that the portal may not read as well.',
        enum: ['found', 'no-service', 'no-file', 'unreadable'],
      },
      UnreadableManifest: {
        type: 'string',
        description:
          'Why nobody could look: the catalog names no repository on a Git host of the portal, the host is of a kind that is not read, it did not answer, the file is too large, its text is not plain YAML, or it has the Service twice.',
        enum: [
          'no-repository',
          'unknown-host',
          'no-answer',
          'too-large',
          'invalid',
          'ambiguous',
        ],
      },
      Cluster: {
        type: 'object',
        required: ['name', 'profile'],
        properties: {
          name: { type: 'string' },
          profile: { $ref: '#/components/schemas/ClusterProfile' },
        },
      },
      ClusterProfile: {
        type: 'object',
        description:
          'What manifests will meet in a cluster, with the keys of `privateExposure.clusters`.',
        properties: {
          cloud: { type: 'string' },
          controller: { type: 'string' },
          version: { type: 'string' },
          webhook: { type: 'boolean' },
          externalDnsPrefix: { type: 'string' },
          externalDnsVersion: { type: 'string' },
          externalDnsDomains: { type: 'array', items: { type: 'string' } },
          ingressClass: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          partition: { type: 'string' },
          vpcId: { type: 'string' },
          subscriptionId: { type: 'string' },
          resourceGroup: { type: 'string' },
          location: { type: 'string' },
          vnet: { type: 'string' },
          defaultSubnet: { type: 'string' },
          subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: { type: 'string' },
                zoneId: { type: 'string' },
                name: { type: 'string' },
                cidr: { type: 'string' },
                privateLinkServiceNetworkPolicies: { type: 'string' },
              },
            },
          },
          securityGroups: { type: 'array', items: { type: 'string' } },
        },
      },
      Event: {
        type: 'object',
        required: ['id', 'exposureId', 'type', 'at'],
        properties: {
          id: { type: 'string' },
          exposureId: { type: 'string' },
          connectionId: { type: 'string' },
          type: {
            type: 'string',
            enum: [
              'exposure-appeared',
              'exposure-gone',
              'lifecycle-changed',
              'health-changed',
              'domain-changed',
              'claim-changed',
              'connection-appeared',
              'connection-state-changed',
              'connection-gone',
              'grant-added',
              'grant-removed',
              'finding-raised',
              'finding-cleared',
              'decision-requested',
              'decision-ended',
              'change-opened',
              'change-merged',
              'change-closed',
            ],
          },
          at: { $ref: '#/components/schemas/Timestamp' },
          actor: { type: 'string' },
          from: { type: 'string' },
          to: { type: 'string' },
          message: { type: 'string' },
        },
      },
      ExposurePage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ExposureSummary' },
          },
          nextCursor: { type: 'string' },
          total: {
            type: 'integer',
            description:
              'Only on the first page, and only where it is cheap to know.',
          },
        },
      },
      UnclaimedPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/UnclaimedExposure' },
          },
          nextCursor: { type: 'string' },
        },
      },
      ConnectionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InboxConnection' },
          },
          nextCursor: { type: 'string' },
        },
      },
      DecisionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Decision' },
          },
          nextCursor: { type: 'string' },
        },
      },
      ChangePage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Change' },
          },
          nextCursor: { type: 'string' },
        },
      },
      EventPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Event' },
          },
          nextCursor: { type: 'string' },
        },
      },
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
          request: {
            type: 'object',
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
    },
  },
} as const;
