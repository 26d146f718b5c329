// The practice avatar's voice: the browser's own speech where it has a voice on this computer, else a tone that goes
// up and down with the syllables.

const PITCH = 180;
const SYLLABLE_SECONDS = 0.18;

export class Voice {
  #context = new AudioContext();
  #out = this.#context.createMediaStreamDestination();
  #meter = this.#context.createAnalyser();
  #samples = new Float32Array(256);
  #language = "en";
  #speed = 1;
  #stop = () => {};
  #saying = null; // by the browser's own speech, or not

  /** `screen` plays the track. */
  constructor(screen) {
    this.screen = screen;
    this.#meter.fftSize = this.#samples.length;
    this.#meter.connect(this.#out);
    // A browser keeps a page silent until it is clicked or typed in.
    for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, this.#wake);
    screen.addEventListener("volumechange", this.#heed);
  }

  get track() {
    return this.#out.stream.getAudioTracks()[0];
  }

  set(language, speed) {
    this.#language = language ?? this.#language;
    this.#speed = speed ?? this.#speed;
  }

  /** Resolves when all is said, or stopped; whether nothing else is being said by then, which cuts this short. */
  async say(text, language = this.#language) {
    this.stop();
    const voice = this.screen.muted ? undefined : this.#ownVoice(language);
    const saying = (this.#saying = { own: voice !== undefined });
    await (voice ? this.#speak(text, voice) : this.#hum(text));
    if (this.#saying !== saying) return false;
    this.#saying = null;
    return true;
  }

  stop() {
    this.#stop();
  }

  close() {
    this.stop();
    for (const gesture of ["pointerdown", "keydown"]) removeEventListener(gesture, this.#wake);
    this.screen.removeEventListener("volumechange", this.#heed);
    return this.#context.close();
  }

  /** From 0 to 1. The browser's speech cannot be measured, so the mouth then moves by the clock. */
  loudness() {
    if (this.#saying === null) return 0;
    this.#meter.getFloatTimeDomainData(this.#samples);
    const loudest = Math.max(...this.#samples);
    return loudest > 0 ? Math.min(1, loudest * 4) : Math.abs(Math.sin(performance.now() / 90)) * 0.8;
  }

  #wake = () => this.#context.state === "suspended" && this.#context.resume();

  /** The browser's own speech goes past the screen, and so past its Mute. */
  #heed = () => this.screen.muted && this.#saying?.own && this.stop();

  /** A voice on this computer: the others would send the text away. */
  #ownVoice(language) {
    const voices = (globalThis.speechSynthesis?.getVoices() ?? []).filter(({ localService }) => localService);
    return voices.find(({ lang }) => lang.startsWith(language.slice(0, 2))) ?? voices[0];
  }

  #speak(text, voice) {
    return new Promise((done) => {
      const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, rate: this.#speed });
      this.#stop = () => (speechSynthesis.cancel(), done());
      utterance.addEventListener("end", done);
      utterance.addEventListener("error", done);
      speechSynthesis.speak(utterance);
    });
  }

  #hum(text) {
    return new Promise((done) => {
      const tone = this.#context.createOscillator();
      const gain = this.#context.createGain();
      const syllables = Math.max(1, Math.ceil(text.length / 3));
      const each = SYLLABLE_SECONDS / this.#speed;
      const start = this.#context.currentTime + 0.02;
      gain.gain.setValueAtTime(0, start);
      for (let at = 0; at < syllables; at += 1) {
        const begin = start + at * each;
        tone.frequency.setValueAtTime(PITCH + 40 * Math.sin(at * 1.7), begin);
        gain.gain.linearRampToValueAtTime(0.25, begin + each * 0.35);
        gain.gain.linearRampToValueAtTime(0.02, begin + each * 0.95);
      }
      tone.connect(gain).connect(this.#meter);
      this.#stop = () => (tone.stop(), done());
      tone.addEventListener("ended", done);
      tone.start(start);
      tone.stop(start + syllables * each);
    });
  }
}
