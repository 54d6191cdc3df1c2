import type { JsonObject } from '@backstage/types';
import type {
  ConnectionState,
  ExposureKind,
  SourceState,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { FaultInput, Sandbox } from 'sandbox';

/** A service of ours in a story. Two bear the tag of their owner; `search` is named by its entity only. */
export type StoryService = 'ledger' | 'orders' | 'search';

/** Somebody's endpoint at a service of ours. */
export interface StoryConsumer {
  /** Of the endpoint, as the cloud has it. */
  id: string;
  /** The account or subscription that it lies in. */
  account: string;
}

/** How the cloud itself sees a connection, in the words that all clouds share. */
export type HeldState = 'pending' | 'connected' | 'rejected' | 'gone';

/** A cloud that has been filled, and what tests do to it without the portal's knowing. */
export interface CloudStory {
  /** What stands under {@link Cloud.key} of `privateExposure`. */
  providerConfig: JsonObject;
  /** What else the provider reads. */
  rootConfig?: JsonObject;
  /** The sources: that of `ledger` and `search`, that of `orders`, and one that lets nobody in. */
  sources: { ledger: string; orders: string; closed: string };
  /** The account or subscription that lets nobody in. */
  closedAccount: string;
  /** What no answer may contain. */
  secret: string;
  /** The endpoints that wait at `ledger`. */
  waiting: [StoryConsumer, StoryConsumer];
  /** The annotation with which an entity names a service. */
  annotationFor(service: StoryService): Record<string, string>;
  /** Lets the partner ask for a connection. */
  connect(service: StoryService): StoryConsumer;
  /** Puts another endpoint of the same partner in the place of one. */
  replace(consumer: StoryConsumer): StoryConsumer;
  /** Lets a consumer in, at the service itself. */
  admit(consumer: StoryConsumer): void;
  /** What the cloud holds. */
  stateOf(consumer: StoryConsumer): HeldState;
  /** Makes services for a second page of the listing. */
  fillASecondPage(): Promise<void>;
}

/** What befalls the calls to the source of `ledger`, and what the pages say then. */
export interface SourceFault {
  name: string;
  fault: FaultInput;
  /** `failed` where nothing could be listed, `stale` where the listing broke off. */
  state: SourceState;
  reason: RegExp;
}

/** A way in which the cloud says no to a verdict, after which whoever had access has it, and nobody else. */
export interface Refusal {
  name: string;
  verdict: Verdict;
  fault: FaultInput;
  message: RegExp;
  /** What the pages show the connection as then. */
  leaves: ConnectionState;
}

/** A cloud that the tests of all providers run against, played by the sandbox over the wire. */
export interface Cloud<Story extends CloudStory = CloudStory> {
  name: string;
  /** Of its configuration under `privateExposure`. */
  key: 'aws' | 'azure';
  /** The kind of its services, and what it calls `ledger`'s and a connection that waits. */
  words: { kind: ExposureKind; ledger: string; pending: string };
  /** Fills it. */
  tell(sandbox: Sandbox): Story;
  /** The calls that read a connection, and that carry out a verdict. */
  actions: Record<'read' | Verdict, string>;
  sourceFaults: SourceFault[];
  refusals: Refusal[];
  /** Has all connections of `ledger`'s source in a state of that word. */
  unknownWord(word: string): FaultInput;
}
