export interface Config {
  privateExposure?: {
    /**
     * The tag on a cloud resource that names the catalog entity it belongs to. Pages tell people to set it.
     * @default backstage-entity-ref
     * @visibility frontend
     */
    ownerTag?: string;

    decisions?: {
      /**
       * Whether a person must say why. The back end reads it too, and refuses a decision that lacks a reason.
       * @default true
       * @visibility frontend
       */
      reasonRequired?: boolean;
    };
  };
}
