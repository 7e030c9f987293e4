// Which release of the phone's app is speaking, and which is the oldest that the server still wishes for. An older one is told so
// with every pull and with every answer to its work; its work is taken all the same.

export const APP_RELEASE_HEADER = "x-bihuan-app";

/** Of this source: one more whenever a phone must not miss what changed. */
export const APP_RELEASE = 1;

/** Apps before this one are told that they are too old. One that names no release is older than any. */
export const OLDEST_GOOD_RELEASE = 1;
