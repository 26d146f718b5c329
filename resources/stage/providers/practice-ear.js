// Notices that somebody spoke into the microphone, and for how long. The sound goes nowhere.

const LOUD = 0.02;
const SILENCE_MS = 700;
const LOOK_MS = 50;

export class Ear {
  #context = null;
  #timer = 0;

  constructor(heard) {
    this.heard = heard;
  }

  listen(track) {
    this.close();
    this.#context = new AudioContext();
    const meter = this.#context.createAnalyser();
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    let began = null;
    let lastLoud = 0;
    this.#timer = setInterval(() => {
      meter.getFloatTimeDomainData(samples);
      const now = performance.now();
      if (samples.some((sample) => Math.abs(sample) > LOUD)) {
        began ??= now;
        lastLoud = now;
      } else if (began !== null && now - lastLoud > SILENCE_MS) {
        this.heard(Math.max(1, Math.round((lastLoud - began) / 1000)));
        began = null;
      }
    }, LOOK_MS);
  }

  close() {
    clearInterval(this.#timer);
    this.#context?.close();
    this.#context = null;
  }
}
