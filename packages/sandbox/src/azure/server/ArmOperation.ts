import { AzureWorld, ServicePrincipal } from '../../azureWorld';

/** A request as it came over the wire. @internal */
export interface ArmRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** An answer before it is sent. @internal */
export interface ArmAnswer {
  status: number;
  /** Sent as JSON; an answer without one has no body. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** One call of an operation. @internal */
export interface ArmCall {
  azure: AzureWorld;
  principal: ServicePrincipal;
  /** What stands in the places of the path's names in braces. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The body, parsed. */
  body: unknown;
  apiVersion: string;
  /** The version that a write is for, as the client says it. */
  ifMatch?: string;
  /** The sandbox's own address. */
  baseUrl: string;
  /** Path and query, for the address of the next page. */
  url: string;
  /** Resources on a page of a listing. */
  pageSize: number;
  /** Whether connections of private link services say where their endpoint is. */
  showsEndpointLocation: boolean;
  /** What a fault lets fail at the end of a long-running operation. */
  failure?: { code: string; message: string };
}

/** The methods that the sandbox serves. @internal */
export type ArmMethod = 'GET' | 'HEAD' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';

/** An operation that the sandbox serves. @internal */
export interface ArmOperation {
  /** As in Azure's published specifications, such as `PrivateLinkServices_Get`. */
  id: string;
  method: ArmMethod;
  /** With names in braces, as in the specifications. */
  path: string;
  /**
   * The action that a role must have; default what path and method say. False
   * for what whoever knows the address may do.
   */
  action?: string | false;
  run(call: ArmCall): ArmAnswer;
}
