import { z } from 'zod';

/** State of a connection that a withdrawal finds. @internal */
export const withdrawnConnectionState = z.enum([
  'pending',
  'connecting',
  'connected',
  'rejected',
  'disconnected',
  'expired',
  'failed',
  'removing',
  'unknown',
]);

type ConnectionState = z.output<typeof withdrawnConnectionState>;

// What is unknown may be up.
const OPEN_STATES: readonly ConnectionState[] = [
  'pending',
  'connecting',
  'connected',
  'unknown',
];

/** Refuses the first connection that is open still, for a step that would cut it off. @internal */
export function refuseOpenConnections(
  connections: readonly { state: ConnectionState }[],
  context: z.RefinementCtx,
): void {
  const index = connections.findIndex(({ state }) =>
    OPEN_STATES.includes(state),
  );
  if (index < 0) return;
  context.addIssue({
    code: z.ZodIssueCode.custom,
    path: ['connections', index],
    message: `is still ${connections[index].state}; reject it first (step reject-connections)`,
  });
}
