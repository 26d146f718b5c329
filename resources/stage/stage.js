// The Stage: redeems the ticket, ties the room to the page and to the console.

import { release, tie, tieSettings } from "./controls.js";
import { Failure, sentence } from "./failures.js";
import { speak } from "./language.js";
import { Line, redeem } from "./line.js";
import { Microphone } from "./microphone.js";
import { Relay } from "./relay.js";
import { Room } from "./room.js";
import { View } from "./view.js";

const CLOSING_MS = 2_000;
const MOST_TOLD = 20_000; // letters; the console shows how a text ends, and a line of megabytes would be cut
const ALONE = "Akool Desktop was closed. This page goes on, but cannot be opened again; the session may still cost money.";
const ABOUT = {
  practice: () => "Practice: nothing leaves this page.",
  any: (vendor) => `Picture and sound go through ${vendor}, whose SDK also sends ${vendor} figures about the connection.`,
};

let seen = () => {};
let line = null;
let firstFrameMs = null;
let reported = "";
let replaced = false;

// Taken out of the address before anything else runs: vendors' SDKs report it to their makers.
const ticket = new URLSearchParams(location.hash.slice(1)).get("t");
history.replaceState(null, "", location.pathname);

const view = new View((width, height) => seen(width, height));

start().catch((error) => {
  const words = sentence(error, "The provider");
  view.state("failed", words, false);
  line?.report("state", { state: "failed", sentence: words });
});

async function start() {
  const given = ticket === null ? null : await redeem(ticket).catch(() => Promise.reject(new Failure("console")));
  if (given === null) throw new Failure("ticket");
  line = await open(given.socket);
  const { VENDOR, prepare } = await import(`./providers/${given.provider}.js`).catch(() => Promise.reject(new Failure("files")));
  view.introduce(given, (ABOUT[given.provider] ?? ABOUT.any)(VENDOR));
  const makeProvider = await prepare(given.credentials);
  const relay = new Relay(() => view.tracks, (viewer, offer) => line.report("offer", { viewer, offer }));
  const room = new Room(VENDOR, given, makeProvider, shown(() => microphone, relay));
  const microphone = new Microphone(room, (on, words) => {
    view.microphone(on, words);
    if (words) release();
  });
  seen = (width, height) => report(room, width, height);
  tie(room, microphone);
  tieSettings(room, given.settings, (words) => view.note(words));
  obey(room, relay);
  addEventListener("pagehide", () => room.leave());
  addEventListener("online", () => room.comeBack());
  await room.join();
}

async function open(token) {
  const opening = new Line(token);
  await opening.opened.catch(() => Promise.reject(new Failure("console")));
  return opening;
}

/** What the room tells goes to the page and to the console alike. */
function shown(microphone, relay) {
  return {
    state(state, words) {
      const over = state === "left" || state === "failed";
      view.state(state, words, over && !replaced); // joining again would throw out the page that came after
      if (over || state === "ended") {
        microphone().off();
        release();
      }
      line.report("state", { state, sentence: words });
    },
    said(reply) {
      view.said(reply);
      line.report("said", { ...reply, text: reply.text.slice(-MOST_TOLD) });
    },
    quality(word) {
      view.quality(word);
      line.report("quality", { word });
    },
    track(track) {
      view.track(track);
      relay.changed();
    },
    trackGone(track) {
      view.trackGone(track);
      relay.changed();
    },
    speaking: (speaking) => view.speaking(speaking),
    refused(words) {
      view.note(words);
      line.report("refused", { sentence: words });
    },
    empty() {
      view.empty();
      relay.changed();
    },
  };
}

async function report(room, width, height) {
  room.seen();
  if (firstFrameMs === null) {
    firstFrameMs = Math.round(performance.now());
    line.report("first-frame", { ms: firstFrameMs });
  }
  const { codec } = await room.picture().catch(() => ({ codec: "" }));
  const picture = { codec, width, height };
  if (JSON.stringify(picture) === reported) return;
  reported = JSON.stringify(picture);
  line.report("picture", picture);
}

function obey(room, relay) {
  line.obey({
    say: ({ text }) => room.say(text),
    interrupt: () => room.interrupt(),
    leave: () => room.leave(),
    speak,
    show: ({ viewer }) => relay.show(viewer),
    shown: ({ viewer, answer }) => relay.shown(viewer, answer),
    hide: ({ viewer }) => relay.hide(viewer),
    lost: () => room.joined && view.note(ALONE, true),
    replaced() {
      replaced = true;
      return room.leave("replaced");
    },
    async ended() {
      await room.leave("ended");
      setTimeout(() => close(), CLOSING_MS); // the browser allows that in a tab that another program opened
    },
  });
}
