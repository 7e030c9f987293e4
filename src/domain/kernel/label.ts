/** A word of the trade as a person reads it. Chinese first; English for those who do not read it. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
