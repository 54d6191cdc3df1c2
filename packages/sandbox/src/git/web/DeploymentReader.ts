/**
 * What became of one resource when a commit was applied.
 * @internal
 */
export interface DeploymentStep {
  /** `applied`, still `waiting` for something that the clock will bring, or `failed`. */
  state: 'applied' | 'waiting' | 'failed';
  /** The resource as its file calls it, for example `aws_vpc_endpoint_service.payments`. */
  address: string;
  /** What was made, changed or removed, or why it was not. */
  message: string;
}

/**
 * Tells the pull request's page what its merge did in the cloud.
 * @internal
 */
export interface DeploymentReader {
  /** The steps of the commit's deployment, or undefined if it was never deployed. */
  stepsOf(repository: string, commit: string): DeploymentStep[] | undefined;
}
