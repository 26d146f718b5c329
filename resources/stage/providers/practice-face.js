// The practice avatar's face, drawn on a canvas: it blinks, sways and opens its mouth as loud as it speaks.

import { filled, said } from "../language.js";

const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 25;

export class Face {
  background = "";
  #canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
  #pen = this.#canvas.getContext("2d");
  #mouth = 0;
  #timer;

  constructor(loudness) {
    this.loudness = loudness;
    this.stream = this.#canvas.captureStream(FRAMES);
    // A timer, not animation frames: those stop while the page is behind another.
    this.#timer = setInterval(() => this.#draw(performance.now() / 1000), 1000 / FRAMES);
    this.#draw(0);
  }

  close() {
    clearInterval(this.#timer);
    for (const track of this.stream.getTracks()) track.stop();
  }

  #draw(seconds) {
    const pen = this.#pen;
    this.#mouth += (this.loudness() - this.#mouth) * 0.6;
    const sway = Math.sin(seconds * 0.9) * 8;
    this.#fill("#C9D3EA", () => pen.rect(0, 0, WIDTH, HEIGHT));
    this.#fill("#5566DA", () => pen.ellipse(640, 800, 330, 260, 0, 0, Math.PI * 2));
    pen.save();
    pen.translate(sway, Math.cos(seconds * 1.3) * 4);
    this.#head(Math.sin(seconds * 1.1) > 0.985 || seconds % 4.3 < 0.13);
    pen.restore();
    this.#words(said("Practice avatar"), 44, 30);
    if (this.background) this.#words(filled("Background: {url} (not fetched in practice)", { url: this.background }).slice(0, 90), HEIGHT - 28, 24);
  }

  #head(blinking) {
    const pen = this.#pen;
    this.#fill("#E8B996", () => pen.roundRect(585, 430, 110, 150, 40));
    this.#fill("#2F2A33", () => pen.ellipse(640, 270, 178, 190, 0, 0, Math.PI * 2));
    this.#fill("#F2CBAA", () => pen.ellipse(640, 320, 150, 180, 0, 0, Math.PI * 2));
    this.#fill("#2F2A33", () => pen.ellipse(640, 172, 150, 56, 0, 0, Math.PI * 2));
    for (const x of [582, 698]) {
      this.#fill("#2F2A33", () => pen.ellipse(x, 310, 14, blinking ? 2 : 17, 0, 0, Math.PI * 2));
      this.#fill("#2F2A33", () => pen.roundRect(x - 26, 268, 52, 8, 4));
    }
    this.#fill("#E0AC86", () => pen.ellipse(640, 362, 16, 10, 0, 0, Math.PI * 2));
    this.#fill("#8E3B46", () => pen.ellipse(640, 422, 44, 5 + this.#mouth * 30, 0, 0, Math.PI * 2));
  }

  #fill(colour, shape) {
    this.#pen.fillStyle = colour;
    this.#pen.beginPath();
    shape();
    this.#pen.fill();
  }

  #words(words, y, size) {
    this.#pen.font = `600 ${size}px system-ui, sans-serif`;
    this.#pen.textAlign = "center";
    this.#pen.fillStyle = "#1A1E26";
    this.#pen.fillText(words, WIDTH / 2, y);
  }
}
