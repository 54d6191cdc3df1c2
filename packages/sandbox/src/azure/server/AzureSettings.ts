/** What tests may change of how Azure answers. @public */
export interface AzureSettings {
  /** Resources on a page of a listing; Azure's own number is not documented. */
  pageSize: number;
}

/** How Azure answers unless a test changes it. @public */
export const defaultAzureSettings: Readonly<AzureSettings> = { pageSize: 100 };
