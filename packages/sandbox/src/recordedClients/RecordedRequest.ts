/** A request as a client sent it, with those headers that its signature covers. @internal */
export interface RecordedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}
