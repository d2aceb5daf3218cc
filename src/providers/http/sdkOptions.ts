/** The longest that a timer can be set for: the time limits are in core/layers. */
export const noTimeoutMs = 2 ** 31 - 1;

/** A logger that writes nothing: both SDKs log prompts and answers when asked to by the environment. */
export const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing };

function nothing(): void {
  // what the SDKs have to say, the failure says
}
