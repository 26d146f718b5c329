// LiveKit, with its own livekit-client.

import { Failure } from "../failures.js";
import { load } from "./sdk.js";

export const VENDOR = "LiveKit";

export async function prepare(credentials) {
  await load("livekit-client.js");
  const sdk = globalThis.LivekitClient;
  sdk.setLogLevel("silent"); // it would print addresses with the token
  return (tell) => new LiveKit(sdk, credentials, tell);
}

class LiveKit {
  bytesPerSecond = 5760;

  constructor(sdk, credentials, tell) {
    this.sdk = sdk;
    this.credentials = credentials;
    this.tell = tell;
    this.room = new sdk.Room({ adaptiveStream: false, dynacast: false });
    this.#listen(sdk.RoomEvent);
  }

  async join() {
    const { livekit_url: url, livekit_token: token } = this.credentials;
    if (!url || !token) throw new Failure("incomplete");
    try {
      await this.room.connect(url, token, { autoSubscribe: true, maxRetries: 0 });
    } catch (error) {
      throw new Failure(joinFailure(error, this.sdk.ConnectionErrorReason));
    }
  }

  async leave() {
    await this.room.disconnect();
  }

  async send(bytes) {
    await this.room.localParticipant.publishData(bytes, { reliable: true });
  }

  async publish(track) {
    await this.room.localParticipant.publishTrack(track, { source: this.sdk.Track.Source.Microphone });
  }

  async unpublish(track) {
    await this.room.localParticipant.unpublishTrack(track, false);
  }

  async picture() {
    const video = this.#remoteVideo();
    const report = await video?.getRTCStatsReport();
    const stats = [...(report?.values() ?? [])];
    const codec = stats.find(({ type, mimeType }) => type === "codec" && mimeType?.startsWith("video/"));
    return { codec: codec?.mimeType.slice("video/".length) ?? "" };
  }

  #remoteVideo() {
    const publications = [...this.room.remoteParticipants.values()].flatMap((one) => [...one.videoTrackPublications.values()]);
    return publications.find(({ track }) => track)?.track;
  }

  #listen(Event) {
    const { room, tell } = this;
    room.on(Event.TrackSubscribed, (track, _, who) => tell("track", track.mediaStreamTrack, who.identity));
    room.on(Event.TrackUnsubscribed, (track) => tell("trackGone", track.mediaStreamTrack));
    room.on(Event.DataReceived, (bytes) => tell("data", bytes));
    room.on(Event.ConnectionQualityChanged, (quality, who) => {
      const word = { excellent: "good", good: "fair", poor: "poor", lost: "lost" }[quality];
      if (who.isLocal && word) tell("quality", word);
    });
    room.on(Event.Reconnecting, () => tell("reconnecting"));
    room.on(Event.SignalReconnecting, () => tell("reconnecting"));
    room.on(Event.Reconnected, () => tell("back"));
    room.on(Event.ParticipantDisconnected, (who) => tell("someoneLeft", null, who.identity));
    room.on(Event.Disconnected, (reason) => tell("gone", goneFor(reason, this.sdk.DisconnectReason)));
  }
}

function joinFailure({ reason, status }, Reason) {
  if (reason === Reason.NotAllowed || status === 401 || status === 403) return "pass";
  if (reason === Reason.ServerUnreachable || reason === Reason.WebSocket) return "unreachable";
  return reason === Reason.Timeout ? "silent" : "join";
}

function goneFor(reason, Reason) {
  if (reason === Reason.DUPLICATE_IDENTITY) return "elsewhere";
  const removed = [Reason.ROOM_DELETED, Reason.PARTICIPANT_REMOVED, Reason.ROOM_CLOSED, Reason.SERVER_SHUTDOWN];
  return removed.includes(reason) ? "removed" : "lost";
}
