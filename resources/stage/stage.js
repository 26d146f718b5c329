// The Stage: redeems the ticket, ties the room to the page and to the console.

import { release, tie, tieSettings } from "./controls.js";
import { Failure, sentence } from "./failures.js";
import { Line, redeem } from "./line.js";
import { Microphone } from "./microphone.js";
import { Room } from "./room.js";
import { View } from "./view.js";

const CLOSING_MS = 2_000;
const ABOUT = {
  practice: () => "Practice: nothing leaves this page.",
  any: (vendor) => `Picture and sound go through ${vendor}, whose SDK also sends ${vendor} figures about the connection.`,
};

let seen = () => {};
let line = null;
let firstFrameMs = null;

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
  const room = new Room(VENDOR, given.settings, makeProvider, shown(() => microphone));
  const microphone = new Microphone(room, (on, words) => {
    view.microphone(on, words);
    if (words) release();
  });
  seen = (width, height) => report(room, width, height);
  tie(room, microphone);
  tieSettings(room, given.settings, (words) => view.note(words));
  obey(room);
  addEventListener("pagehide", () => room.leave());
  await room.join();
}

async function open(token) {
  const opening = new Line(token);
  await opening.opened.catch(() => Promise.reject(new Failure("console")));
  return opening;
}

/** What the room tells goes to the page and to the console alike. */
function shown(microphone) {
  return {
    state(state, words) {
      const over = state === "left" || state === "failed";
      view.state(state, words, over);
      if (over || state === "ended") {
        microphone().off();
        release();
      }
      line.report("state", { state, sentence: words });
    },
    said(reply) {
      view.said(reply);
      line.report("said", reply);
    },
    quality(word) {
      view.quality(word);
      line.report("quality", { word });
    },
    track: (track) => view.track(track),
    trackGone: (track) => view.trackGone(track),
    speaking: (speaking) => view.speaking(speaking),
    refused: (words) => view.note(words),
    empty: () => view.empty(),
  };
}

async function report(room, width, height) {
  room.seen();
  if (firstFrameMs === null) {
    firstFrameMs = Math.round(performance.now());
    line.report("first-frame", { ms: firstFrameMs });
  }
  const { codec } = await room.picture().catch(() => ({ codec: "" }));
  line.report("picture", { codec, width, height });
}

function obey(room) {
  Object.assign(line.orders, {
    say: ({ text }) => room.say(text),
    interrupt: () => room.interrupt(),
    leave: () => room.leave(),
    "set-params": ({ data }) => room.setParams(data),
    replaced: () => room.leave("replaced"),
    async ended() {
      await room.leave("ended");
      setTimeout(() => close(), CLOSING_MS); // the browser allows that in a tab that another program opened
    },
  });
}
