import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  PrivateExposureClient,
  type ChangeRequest,
} from '@postern/backstage-plugin-private-exposure-common';
import { quoteForMessage } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { toChangeFindings } from '../changes/toChangeFindings';
import { examples } from './trackChange.examples';
import { trackChangeInputs, type TrackChangeInput } from './trackChangeInput';

/** What {@link createTrackChangeAction} uses. @public */
export interface TrackChangeActionOptions {
  /** Makes the service token for the private exposure backend. */
  auth: AuthService;
  /** Asked with the credentials of the person who started the template. */
  catalog: CatalogService;
  /** Finds the private exposure backend. */
  discovery: DiscoveryService;
}

/**
 * Creates `private-exposure:change:track`: tells the private exposure backend which pull request a template opened, so
 * that the entity's page can follow it.
 *
 * @remarks The backend takes the same address twice as one change, so that a step that runs again after a crash does
 * no harm. A dry run sends nothing.
 *
 * @public
 */
export function createTrackChangeAction(options: TrackChangeActionOptions) {
  const { auth, catalog, discovery } = options;
  const client = new PrivateExposureClient({ discoveryApi: discovery });

  async function track(request: ChangeRequest): Promise<string> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'private-exposure',
    });
    const { id } = await client.createChange(request, { token });
    return id;
  }

  return createTemplateAction({
    id: 'private-exposure:change:track',
    description:
      "Shows a pull request on the entity's page as a change in review, and follows it until the merge and on to the cloud.",
    examples,
    supportsDryRun: true,
    schema: {
      input: trackChangeInputs,
      output: {
        changeId: z =>
          z
            .string({
              description: 'The id of the tracked change; none in a dry run.',
            })
            .optional(),
      },
    },
    async handler(ctx) {
      const { title } = ctx.input;
      const { entityRef } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: ctx.input.entityRef,
        field: 'entityRef',
      });
      if (ctx.isDryRun) {
        // The address of a dry run's pull request is made up, so that it is not looked at.
        ctx.logger.info(
          `Dry run: would track ${quoteForMessage(title)} for ${entityRef}`,
        );
        return;
      }
      const url = readUrl(ctx.input.url);
      const request = {
        ...toRequest(ctx.input, { entityRef, url }),
        ...(ctx.user?.ref && { openedBy: ctx.user.ref }),
      };
      const changeId = await ctx.checkpoint({
        key: `track.change.${url}`,
        fn: () => track(request),
      });
      ctx.logger.info(`Tracking ${url} for ${entityRef}`);
      ctx.output('changeId', changeId);
    },
  });
}

function toRequest(
  input: TrackChangeInput,
  { entityRef, url }: { entityRef: string; url: string },
): ChangeRequest {
  const {
    kind = 'aws-endpoint-service',
    purpose,
    title,
    requestId,
    findings,
  } = input;
  return {
    ...{ entityRef, kind, purpose, url, title },
    ...(requestId && { requestId }),
    ...(findings && toChangeFindings(findings)),
  };
}

function readUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InputError(
      `url: ${quoteForMessage(url)} is not the web address of a pull request`,
    );
  }
  return parsed.toString();
}
