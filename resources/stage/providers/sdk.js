// Loads a vendor's SDK once, from this host.

import { Failure } from "../failures.js";

export function load(name) {
  const script = document.createElement("script");
  script.src = `/sdk/${name}`;
  const loaded = new Promise((done, failed) => {
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed(new Failure("files")));
  });
  document.head.append(script);
  return loaded;
}
