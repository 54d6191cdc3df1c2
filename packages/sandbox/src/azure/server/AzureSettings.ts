/** What tests may change of how Azure answers. @public */
export interface AzureSettings {
  /** Resources on a page of a listing; Azure's own number is not documented. */
  pageSize: number;
  /**
   * Whether connections of private link services say where their endpoint is. The property is optional in Azure's
   * specification, and none of its published examples has it.
   */
  showsEndpointLocation: boolean;
}

/** How Azure answers unless a test changes it. @public */
export const defaultAzureSettings: Readonly<AzureSettings> = {
  pageSize: 100,
  showsEndpointLocation: true,
};
