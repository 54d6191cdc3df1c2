/**
 * Counts what a provider does in the cloud. The backend turns the counts into metrics and into a scope's figures.
 *
 * @public
 */
export interface CallObserver {
  /** Called once for each attempt that left the process. */
  onCall(call: {
    scopeId: string;
    /** Service and operation, such as `ec2:DescribeVpcEndpointConnections`. */
    operation: string;
    /** Whether the cloud asked to slow down. */
    throttled: boolean;
    /** How long the attempt took. */
    milliseconds: number;
  }): void;
}
