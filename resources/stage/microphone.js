// The microphone: off until asked for. Held down it is on for as long as that; opened it is on until closed.

const WANTED = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } };

const GONE = "The microphone is gone. Plug it in or choose another in the browser, then press again.";
const REFUSED = {
  NotAllowedError: "The browser refused the microphone. Allow it beside the address of this page, then press again.",
  NotFoundError: "No microphone was found. Plug one in, then press again.",
  NotReadableError: "Another program holds the microphone. Close that, then press again.",
};

export class Microphone {
  #track = null;
  #wanted = false;
  #given = true; // back to the system
  #asking = null;

  /** `room` publishes; `show(on, sentence)` is told of every change. */
  constructor(room, show) {
    this.room = room;
    this.show = show;
  }

  async on() {
    this.#wanted = true;
    this.#given = false;
    try {
      this.#asking ??= this.#ask();
      await this.#asking;
    } catch (error) {
      this.#wanted = false;
      this.show(false, REFUSED[error.name] ?? "The microphone could not be used. Press again.");
      return;
    } finally {
      this.#asking = null;
    }
    if (this.#given) await this.off(); // closed, or the room left, before the browser had an answer
    else this.#apply();
  }

  /** Silent at once, and ready for the next time. */
  mute() {
    this.#wanted = false;
    this.#apply();
  }

  /** Silent, and given back to the system. */
  async off() {
    this.#given = true;
    const track = this.#track;
    this.#track = null;
    this.mute();
    track?.stop();
    if (track !== null) await this.room.unpublish(track).catch(() => {});
  }

  /** Pulled out, or taken back by the system or the browser. */
  async #lose() {
    await this.off();
    this.show(false, GONE);
  }

  async #ask() {
    if (this.#track !== null) return;
    const [track] = (await navigator.mediaDevices.getUserMedia(WANTED)).getAudioTracks();
    track.enabled = false;
    track.addEventListener("ended", () => this.#track === track && this.#lose());
    try {
      await this.room.publish(track);
    } catch (error) {
      track.stop();
      throw error;
    }
    this.#track = track;
  }

  #apply() {
    if (this.#track !== null) this.#track.enabled = this.#wanted;
    this.show(this.#wanted && this.#track !== null, "");
  }
}
