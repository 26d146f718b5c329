// Sends the avatar's picture and sound on to the program view, over a connection between two pages on this computer.

const GATHERING_MS = 1_000;

export class Relay {
  #viewers = new Map();

  /** `tracks()` are those on the screen; `offer(viewer, sdp)` reaches the viewer, empty when there is nothing to see. */
  constructor(tracks, offer) {
    this.tracks = tracks;
    this.offer = offer;
  }

  async show(viewer) {
    this.hide(viewer);
    const connection = new RTCPeerConnection();
    this.#viewers.set(viewer, connection);
    const tracks = this.tracks();
    if (tracks.length === 0) return this.offer(viewer, "");
    const stream = new MediaStream(tracks);
    for (const track of tracks) connection.addTrack(track, stream);
    await connection.setLocalDescription();
    await gathered(connection);
    if (this.#viewers.get(viewer) === connection) this.offer(viewer, connection.localDescription.sdp);
  }

  shown(viewer, sdp) {
    this.#viewers.get(viewer)?.setRemoteDescription({ type: "answer", sdp }).catch(() => {});
  }

  hide(viewer) {
    this.#viewers.get(viewer)?.close();
    this.#viewers.delete(viewer);
  }

  /** Other tracks than before: every viewer gets a new connection. */
  changed() {
    for (const viewer of [...this.#viewers.keys()]) this.show(viewer);
  }
}

/** All candidates stand in the description, so that one message each way is enough. */
export function gathered(connection) {
  return new Promise((done) => {
    setTimeout(done, GATHERING_MS);
    connection.addEventListener("icegatheringstatechange", () => connection.iceGatheringState === "complete" && done());
  });
}
