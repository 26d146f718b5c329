// Every way in which the Stage can fail, as a sentence to act on. None repeats what a vendor's SDK said: that may
// hold an address with its token.

const AGAIN = "then press Join again.";

const SENTENCES = {
  ticket: () => "This page was opened before, or more than a minute ago. Press Open Stage in Akool Desktop again.",
  console: () => "Akool Desktop does not answer. Is it still running? Press Open Stage there again.",
  files: (vendor) => `${vendor}'s part of this page could not be loaded. Press Open Stage in Akool Desktop again.`,
  pass: (vendor) => `${vendor} refused the pass to this room. It may have run out: end the session and create a new one.`,
  unreachable: (vendor) => `${vendor} was not reached. Check this computer's network and firewall, ${AGAIN}`,
  silent: (vendor) => `${vendor} did not answer within 15 seconds. Check the network and firewall, ${AGAIN}`,
  join: (vendor) => `${vendor} did not let this page into the room. Wait a moment, ${AGAIN}`,
  incomplete: (vendor) => `The session's pass for ${vendor} is incomplete. End the session and create a new one.`,
  elsewhere: () => `This session was opened in another place, and only one can be in the room. Close that, ${AGAIN}`,
  removed: () => "The room was closed: the session has probably ended. Akool Desktop shows whether it has.",
  lost: () => `The connection broke and did not come back. Check the network, ${AGAIN}`,
};

export class Failure extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** What to tell the operator of anything that was thrown. */
export function sentence(error, vendor) {
  const kind = error instanceof Failure && error.kind in SENTENCES ? error.kind : "join";
  return SENTENCES[kind](vendor);
}

/** Resolves or rejects as the promise does, or rejects with `failure` after so many milliseconds. */
export function within(milliseconds, promise, failure) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(failure), milliseconds);
  });
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}
