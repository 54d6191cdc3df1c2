import type {
  ConnectInstructions,
  ConnectionState,
  Consumer,
  DomainVerification,
  ExposureKind,
  Fact,
  Finding,
  Grant,
  Health,
  Hop,
  Lifecycle,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { CallObserver } from './calls/CallObserver';

/**
 * What one credential and one bulk listing cover.
 *
 * @public
 */
export interface ProviderScope {
  /** Unique over all providers and stable over restarts, such as `aws/111122223333/eu-west-1`. At most 200 characters. */
  id: string;
  /** For people, such as `acme-platform · eu-west-1`. */
  title: string;
  /** Account or subscription. */
  account: string;
  /** Name of the account for people, where the configuration knows it. */
  accountName?: string;
  /** Region, where the scope has one. */
  region?: string;
  /** Scopes of one group are surveyed by one scheduled task, one after the other: the account or subscription. */
  group: string;
}

/**
 * What the cloud side says about the owner of a resource.
 *
 * @public
 */
export interface OwnershipEvidence {
  /** All tags of the resource. The backend looks for the owner tag among them. */
  tags: Record<string, string>;
  /** Identities that a load balancer controller wrote: `<cluster>/<namespace>/<service>`. */
  kubernetesServices: string[];
}

/**
 * Who made an exposure, when, and what looks after it, as far as the cloud tells. What is left out is not known.
 *
 * @public
 */
export interface Provenance {
  /** When the cloud says it was made, ISO 8601 in UTC. */
  createdAt?: string;
  /** Who made it, in the words of a tag: a user, a role, a mail address. */
  createdBy?: string;
  /**
   * What made it and would make it again, in one short text: `CloudFormation stack x`, `Terraform`, and for what a
   * cluster's controller made, `Kubernetes Service ns/name in cluster c` or `Kubernetes Ingress …`. A text that begins with
   * `Kubernetes ` is taken for a controller's, any other for infrastructure code.
   */
  managedBy?: string;
}

/**
 * An exposure as a survey sees it.
 *
 * @public
 */
export interface SurveyedExposure {
  /** The cloud's own full name: an ARN, an ARM id. Unique over all scopes. */
  nativeId: string;
  /** What it is. */
  kind: ExposureKind;
  /** For people: the Name tag, else the resource's id. */
  name: string;
  /** The cloud's own word for its state. */
  nativeState: string;
  /** The same in our words; `gone` is never said by a survey that lists the resource. */
  lifecycle: Exclude<Lifecycle, 'in-review' | 'gone'>;
  /** Who the cloud says it belongs to. */
  evidence: OwnershipEvidence;
  /** What a consumer needs to name the service: a service name or an alias. */
  address?: string;
  /** Whether a consumer waits for somebody's approval. */
  acceptanceRequired?: boolean;
  /** The private domain name, where one is set. */
  domain?: DomainVerification;
  /** Who made it, when, and what looks after it; left out, nothing of that is known. */
  provenance?: Provenance;
  /** More about it, in the cloud's own words. */
  facts: Fact[];
  /**
   * Changes whenever something does that the exposure depends on, as far as the survey's listings tell: such as the token
   * that a firewall changes with each of its rules. An exposure whose version changes is inspected soon. It is only
   * compared: nobody is shown it, and no inspection is handed it. Left out, nothing of that is known.
   */
  version?: string;
  /** Connections that it asks for itself and that nobody has decided about; left out, it is not known of any. */
  requests?: OutgoingRequest[];
}

/**
 * A connection that an exposure asks for itself, at what stands behind it.
 *
 * @public
 */
export interface OutgoingRequest {
  /** What it asks at, by {@link SurveyedExposure.nativeId}. */
  targetNativeId: string;
  /** The text that it asks with. */
  requestMessage: string;
  /** Where its endpoint is, where the cloud says so. */
  region?: string;
}

/**
 * A connection as a survey or a single reading sees it.
 *
 * @public
 */
export interface SurveyedConnection {
  /** The cloud's name of the connection, unique within its exposure. */
  nativeId: string;
  /** The exposure it belongs to, by {@link SurveyedExposure.nativeId}. */
  exposureNativeId: string;
  /** Who is on the other side. */
  consumer: Consumer;
  /** The cloud's own word for its state. */
  nativeState: string;
  /** The same in our words; `unknown` where the word is new to us. */
  state: ConnectionState;
  /** When the consumer asked, ISO 8601 in UTC. */
  createdAt?: string;
  /**
   * The text that came with the request, where the cloud passes one on. Free text of the consumer's, while it waits:
   * a template's carries the request id of its change. Afterwards, as much of it as the cloud still tells.
   */
  requestMessage?: string;
  /** More about it, in the cloud's own words. */
  facts: Fact[];
}

/**
 * One page of a survey. Exposures come before their connections, in the same page or an earlier one. A few hundred at a
 * time are worked on with the least memory, however many the cloud lists at once.
 *
 * @public
 */
export interface SurveyPage {
  /** Exposures on this page. */
  exposures: SurveyedExposure[];
  /** Connections on this page. */
  connections: SurveyedConnection[];
}

/**
 * The deep look at one exposure.
 *
 * @public
 */
export interface Inspection {
  /** The worst that the inspection saw, `unknown` where it could not look. */
  health: Health;
  /** Why health is not ok, in one short sentence. */
  healthReason?: string;
  /** The path, consumer side first. Connections are added by the backend. */
  hops: Hop[];
  /** Who may ask to connect. */
  grants: Grant[];
  /** What the provider's live rules noticed. */
  findings: Finding[];
}

/**
 * An exposure as it is handed to {@link ExposureProvider.inspect}: the survey's last word on it and its connections.
 *
 * @public
 */
export interface InspectionTarget {
  /** The scope it was surveyed in. */
  scopeId: string;
  /** What the last survey saw. */
  exposure: SurveyedExposure;
  /** The connections that the last survey saw, those that wait or are up first, at most 200. */
  connections: SurveyedConnection[];
}

/**
 * Names one connection in the cloud. Only ever built on the server, from the store.
 *
 * @public
 */
export interface ConnectionRef {
  /** The scope it was surveyed in. */
  scopeId: string;
  /** The exposure it belongs to. */
  exposureNativeId: string;
  /** Its own name. */
  nativeId: string;
}

/**
 * Names one exposure in the cloud. Only ever built on the server, from the store.
 *
 * @public
 */
export interface ExposureRef {
  /** The scope it was surveyed in. */
  scopeId: string;
  /** Its own name. */
  nativeId: string;
}

/**
 * How a call to the cloud is told to stop.
 *
 * @public
 */
export interface CallOptions {
  /** Ends the call early, on shutdown or past a deadline. */
  signal: AbortSignal;
}

/**
 * Observes and acts in one cloud.
 *
 * @remarks
 * A provider holds no state of exposures. Clients are made once for each scope and reused. Errors are thrown as they
 * come; their messages must not carry credentials.
 *
 * @public
 */
export interface ExposureProvider {
  /** Short and stable: `aws`, `azure`. */
  readonly id: string;

  /** Kinds of exposure that the provider's surveys can yield. */
  readonly kinds: readonly ExposureKind[];

  /**
   * Whether the cloud takes one change of an exposure at a time. The backend then carries decisions on one exposure out
   * one after the other, over all of its replicas.
   *
   * @defaultValue false
   */
  readonly decidesOneAtATime?: boolean;

  /** What the configuration lets the provider see. Makes no cloud call. */
  listScopes(): Promise<ProviderScope[]>;

  /** Tells the provider whom to report calls to. Called once, before anything else but {@link ExposureProvider.id}. */
  observeCalls?(observer: CallObserver): void;

  /**
   * Lists a scope in bulk: its cost is in pages, not in exposures. Ends normally only if the listing was complete;
   * throws otherwise, and the pages yielded until then are still true.
   */
  survey(scopeId: string, options: CallOptions): AsyncIterable<SurveyPage>;

  /** Looks at one exposure in depth. What it is not allowed to see is `unknown` with a finding, not an error. */
  inspect(target: InspectionTarget, options: CallOptions): Promise<Inspection>;

  /** Reads one connection now; `undefined` if the cloud does not have it. */
  readConnection(
    ref: ConnectionRef,
    options: CallOptions,
  ): Promise<SurveyedConnection | undefined>;

  /**
   * Carries out a verdict. Throws `DecisionRefusedError` if the cloud took the call and refused the effect, and
   * `CloudBusyError` if it did not take the call and will later; any other error leaves open whether the effect took
   * place.
   */
  decide(
    ref: ConnectionRef,
    verdict: Verdict,
    reason: string,
    options: CallOptions,
  ): Promise<void>;

  /** Asks the cloud to check the domain's record now. Present only where the cloud can. */
  startDomainVerification?(
    ref: ExposureRef,
    options: CallOptions,
  ): Promise<void>;

  /** How a consumer connects. Computed from what the survey saw, without a cloud call. */
  describeConnecting?(target: {
    scopeId: string;
    exposure: SurveyedExposure;
  }): ConnectInstructions;

  /** Address of the exposure in the cloud's own console. Computed, without a cloud call. */
  consoleUrl?(ref: ExposureRef): string | undefined;
}
