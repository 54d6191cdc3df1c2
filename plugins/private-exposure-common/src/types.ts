import type { components, paths } from './schema/openapi.generated';

type Schemas = components['schemas'];

/** What an exposure is, in the words of its cloud. @public */
export type ExposureKind = Schemas['ExposureKind'];
/** Where an exposure is between the pull request and its end. @public */
export type Lifecycle = Schemas['Lifecycle'];
/** Whether traffic can get through. `unknown` means that nobody could look, never that all is well. @public */
export type Health = Schemas['Health'];
/** What waits for a person. @public */
export type Attention = Schemas['Attention'];
/** The state of one consumer's endpoint; the cloud's own word stands beside it as `nativeState`. @public */
export type ConnectionState = Schemas['ConnectionState'];
/** What a person or a policy says about a connection. @public */
export type Verdict = Schemas['Verdict'];
/** How far a decision has come. @public */
export type DecisionStatus = Schemas['DecisionStatus'];
/** State of a tracked pull request. @public */
export type ChangeState = Schemas['ChangeState'];
/** What a pull request is meant to do. @public */
export type ChangePurpose = Schemas['ChangePurpose'];
/** Whether an answer is recent, old, or missing because the source failed. @public */
export type SourceState = Schemas['SourceState'];
/** How much a finding matters. @public */
export type Severity = Schemas['Severity'];
/** Order of the inventory; a leading minus turns it round. @public */
export type ExposureOrder = Schemas['ExposureOrder'];
/** When something was observed, and whether that is still to be trusted. @public */
export type Source = Schemas['Source'];
/** One property in the cloud's own words. @public */
export type Fact = Schemas['Fact'];
/** A private domain name and the record that proves it. @public */
export type DomainVerification = Schemas['DomainVerification'];
/** One element on an exposure's path. @public */
export type Hop = Schemas['Hop'];
/** Who may ask to connect. @public */
export type Grant = Schemas['Grant'];
/** What a rule noticed. @public */
export type Finding = Schemas['Finding'];
/** Who is on the other side of a connection. @public */
export type Consumer = Schemas['Consumer'];
/** One consumer's endpoint at an exposure. @public */
export type Connection = Schemas['Connection'];
/** The pull request whose request id a connection carries. @public */
export type ConnectionChange = Schemas['ConnectionChange'];
/** The exposure that asks for a connection itself. @public */
export type ConnectionOrigin = Schemas['ConnectionOrigin'];
/** A connection in the inbox, with the exposure it asks for. @public */
export type InboxConnection = Schemas['InboxConnection'];
/** Connections by state. @public */
export type ConnectionCounts = Schemas['ConnectionCounts'];
/** One line of the inventory or of the entity card. @public */
export type ExposureSummary = Schemas['ExposureSummary'];
/** One exposure with everything that the entity tab shows. @public */
export type ExposureDetail = Schemas['ExposureDetail'];
/** Who made an exposure, when, and what looks after it. @public */
export type Provenance = Schemas['Provenance'];
/** What looks after an exposure: infrastructure code, a cluster's controller, or nobody knows. @public */
export type Manager = Schemas['Manager'];
/** What something costs for being there, by the operator's own prices. @public */
export type CostEstimate = Schemas['CostEstimate'];
/** An exposure that no entity claims, with who made it and what it costs. @public */
export type UnclaimedExposure = Schemas['UnclaimedExposure'];
/** Order of what no entity claims; a leading minus turns it round. @public */
export type UnclaimedOrder = Schemas['UnclaimedOrder'];
/** How much there is that no entity claims. @public */
export type UnclaimedTotals = Schemas['UnclaimedTotals'];
/** Why an exposure belongs to an entity. @public */
export type Claim = Schemas['Claim'];
/** An entity's annotation that names somebody else's resource. @public */
export type ClaimConflict = Schemas['ClaimConflict'];
/** How a consumer connects, ready to copy. @public */
export type ConnectInstructions = Schemas['ConnectInstructions'];
/** Everything the entity page shows. @public */
export type EntityExposures = Schemas['EntityExposures'];
/** What the entity card and a listing show of one entity. @public */
export type EntitySummary = Schemas['EntitySummary'];
/** What one credential and one bulk listing cover, and how fresh it is. @public */
export type Scope = Schemas['Scope'];
/** A verdict as it is sent. @public */
export type DecisionRequest = Schemas['DecisionRequest'];
/** What the cloud said about a connection at a moment. @public */
export type Reading = Schemas['Reading'];
/** A verdict and what became of it. @public */
export type Decision = Schemas['Decision'];
/** A pull request that a template opened for an exposure. @public */
export type Change = Schemas['Change'];
/** What the linter said of a change, at one place of its files. @public */
export type ChangeFinding = Schemas['ChangeFinding'];
/** A pull request as the scaffolder reports it. @public */
export type ChangeRequest = Schemas['ChangeRequest'];
/** What manifests will meet in a cluster, with the keys of `privateExposure.clusters`. @public */
export type ClusterProfile = Schemas['ClusterProfile'];
/** A cluster and its profile. @public */
export type Cluster = Schemas['Cluster'];
/** A Service as a manifest of an entity's repository has it, or why there is none to show. @public */
export type ManifestService = Schemas['ManifestService'];
/** Why nobody could look into a manifest. @public */
export type UnreadableManifest = Schemas['UnreadableManifest'];
/** One line of the timeline. @public */
export type ExposureEvent = Schemas['Event'];
/** One page of the inventory. @public */
export type ExposurePage = Schemas['ExposurePage'];
/** One page of what no entity claims. @public */
export type UnclaimedPage = Schemas['UnclaimedPage'];
/** One page of the inbox. @public */
export type ConnectionPage = Schemas['ConnectionPage'];
/** One page of decisions. @public */
export type DecisionPage = Schemas['DecisionPage'];
/** One page of changes. @public */
export type ChangePage = Schemas['ChangePage'];
/** One page of the timeline. @public */
export type EventPage = Schemas['EventPage'];

/** The paths of the HTTP API with their operations, as the OpenAPI document types them; the server is typed by it. @public */
export type PrivateExposurePaths = paths;
