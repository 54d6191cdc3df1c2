import {
  readRequestId,
  toRequestMessage,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  findRequestMessage,
  type RequestingResource,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { randomUUID } from 'node:crypto';

/** What a connection says when it asks, and by what it is recognised. @internal */
export interface ChosenRequest {
  requestMessage: string;
  /** None where somebody wrote a message of their own. */
  requestId?: string;
}

/** The part of an action's context that {@link chooseRequest} uses. @internal */
interface CheckpointContext {
  checkpoint(options: {
    key: string;
    fn: () => Promise<string>;
  }): Promise<string>;
}

/**
 * The request of a connection: what the file says already, else a new one with an id that nobody can guess. The id is
 * drawn in a checkpoint: a task that goes on after a crash writes the same.
 *
 * @throws UnsafeEditError where the existing file can't be read
 * @internal
 */
export async function chooseRequest(
  ctx: CheckpointContext,
  options: {
    /** The infrastructure code. */
    path: string;
    existing: Record<string, string>;
    /** Name of the endpoint, or of the Front Door. */
    name: string;
    resource: RequestingResource;
  },
): Promise<ChosenRequest> {
  const { path, existing, name, resource } = options;
  const found =
    path in existing
      ? findRequestMessage({ path, text: existing[path], name, resource })
      : undefined;
  if (found !== undefined)
    return { requestMessage: found, requestId: readRequestId(found) };
  const requestId = await ctx.checkpoint({
    key: `request.id.${resource}.${name}`,
    fn: async () => randomUUID(),
  });
  return { requestMessage: toRequestMessage(requestId), requestId };
}
