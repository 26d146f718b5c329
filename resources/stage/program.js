// The program view: the avatar alone. It keeps asking, so that it can stay open from one session to the next.

import { speak } from "./language.js";
import { stayLit } from "./lit.js";
import { gathered } from "./relay.js";

const AGAIN_MS = 2_000;
const options = new URLSearchParams(location.hash.slice(1));
const video = document.getElementById("program");
const sentence = document.getElementById("sentence");
let connection = null;

if (/^[0-9a-f]{6}$/i.test(options.get("background"))) document.body.style.background = `#${options.get("background")}`;
video.style.objectFit = options.get("fit") === "cover" ? "cover" : "contain";
document.addEventListener("click", () => (video.muted = false));
watch();

async function watch() {
  const answer = await ask().catch(() => null);
  if (answer) await speak(); // it may be another session's by now, or in another language
  sentence.hidden = answer?.status !== 403;
  if (answer?.ok) await follow((await answer.json()).socket);
  connection?.close();
  blank();
  setTimeout(watch, AGAIN_MS);
}

function ask() {
  return fetch("/api/program", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Stage": "1" },
    body: JSON.stringify({ key: options.get("k") }),
  });
}

/** Resolves when the host is gone. */
function follow(token) {
  const socket = new WebSocket(`ws://${location.host}/api/program`, ["akool-program", token]);
  socket.addEventListener("message", ({ data }) => {
    const said = JSON.parse(data);
    if (said.do === "speak") speak();
    else show(socket, said.offer);
  });
  return new Promise((gone) => socket.addEventListener("close", gone));
}

async function show(socket, sdp) {
  connection?.close();
  if (sdp === "") return blank();
  const own = (connection = new RTCPeerConnection());
  own.addEventListener("track", ({ streams: [stream] }) => {
    if (video.srcObject !== stream) video.srcObject = stream;
    stayLit(true);
    play();
  });
  await own.setRemoteDescription({ type: "offer", sdp });
  await own.setLocalDescription();
  await gathered(own);
  if (own === connection) socket.send(JSON.stringify({ answer: own.localDescription.sdp }));
}

/** Nobody is on the air: a face that stands still looks as if somebody were. */
function blank() {
  connection = video.srcObject = null;
  stayLit(false);
}

async function play() {
  try {
    await video.play();
  } catch (error) {
    if (error.name !== "NotAllowedError") return;
    video.muted = true; // a browser that wants a click first: the next one brings the sound
    video.play().catch(() => {});
  }
}
