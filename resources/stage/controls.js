// The page's buttons, keys and forms, each tied to the one thing that it does.

const element = (id) => document.getElementById(id);

export function tie(room, microphone) {
  element("leave").addEventListener("click", () => room.leave());
  element("join").addEventListener("click", () => room.join());
  element("interrupt").addEventListener("click", () => room.interrupt());
  document.addEventListener("keydown", ({ key, isComposing, repeat }) => key === "Escape" && !isComposing && !repeat && room.interrupt());
  tieText(room);
  tieMicrophone(microphone);
}

function tieText(room) {
  const text = element("text");
  element("say").addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = text.value.trim();
    text.value = "";
    if (typed && !(await room.say(typed)) && !text.value) text.value = typed; // to be sent again
  });
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    element("say").requestSubmit();
  });
}

function tieMicrophone(microphone) {
  const hold = element("hold");
  const open = element("open");
  const held = (on) => {
    if (open.getAttribute("aria-pressed") === "true" || on === hold.hasAttribute("data-on")) return;
    hold.toggleAttribute("data-on", on);
    if (on) microphone.on();
    else microphone.mute();
  };
  hold.addEventListener("pointerdown", (event) => {
    hold.setPointerCapture(event.pointerId);
    held(true);
  });
  for (const end of ["pointerup", "pointercancel", "blur"]) hold.addEventListener(end, () => held(false));
  hold.addEventListener("keydown", ({ key, repeat }) => !repeat && (key === " " || key === "Enter") && held(true));
  hold.addEventListener("keyup", ({ key }) => (key === " " || key === "Enter") && held(false));
  open.addEventListener("click", () => {
    const opening = open.getAttribute("aria-pressed") === "false";
    showOpen(opening);
    if (opening) microphone.on();
    else microphone.off();
  });
}

/** The microphone is off, for whatever reason: neither button may look as if it were on. */
export function release() {
  element("hold").removeAttribute("data-on");
  showOpen(false);
}

function showOpen(on) {
  element("open").setAttribute("aria-pressed", String(on));
  element("open").textContent = on ? "Close microphone" : "Open microphone";
}

/** The form of live settings, filled with what the session began with; only what was changed is sent. */
export function tieSettings(room, settings, told) {
  const form = element("change");
  const sent = { ...settings, ...settings.vparams, vparams: undefined };
  for (const [name, value] of Object.entries(sent)) {
    if (value !== undefined && form.elements[name]) form.elements[name].value = value;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const changed = Object.fromEntries([...new FormData(form)].filter(([name, value]) => value && value !== String(sent[name])));
    if (Object.keys(changed).length === 0) return told("Nothing was changed.");
    if (!(await room.setParams(data(changed)))) return;
    Object.assign(sent, changed);
    told("Sent. The avatar changes in a moment.");
  });
}

function data({ mode, lang, bgurl, vid, speed }) {
  return { mode: mode && Number(mode), lang, bgurl, vparams: { vid, speed: speed && Number(speed) } };
}
