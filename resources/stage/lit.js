// The screen stays on while it shows the avatar: nobody touches the mouse of a projector.

let wanted = false;
let lock = null; // the promise of one; the browser takes it back when the page is behind another

document.addEventListener("visibilitychange", settle);

export function stayLit(shown) {
  wanted = shown;
  settle();
}

function settle() {
  const held = wanted && document.visibilityState === "visible";
  if (held === Boolean(lock)) return;
  lock?.then((given) => given?.release());
  lock = held ? (navigator.wakeLock?.request("screen").catch(() => null) ?? null) : null;
}
