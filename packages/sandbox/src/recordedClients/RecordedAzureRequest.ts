/** A request as a client of Azure sent it, without its token. @internal */
export interface RecordedAzureRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The client id of the application that the request's token was for. */
  principal?: string;
  /** What the client made of the answer, in its own words, where its script told it. */
  reading?: unknown;
}
