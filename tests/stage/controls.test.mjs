// Run by test_messages.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { tie } from "../../resources/stage/controls.js";

/** A page of elements that remember who listens. */
function page() {
  const elements = {};
  const element = (id) => (elements[id] ??= {
    value: "", heard: {}, addEventListener(event, act) { this.heard[event] = act; }, setAttribute() {}, getAttribute: () => "false",
  });
  const pressed = [];
  globalThis.document = { getElementById: element, addEventListener: (_, act) => pressed.push(act) };
  return { element, press: (key) => pressed.forEach((act) => act(key)), send: () => element("say").heard.submit({ preventDefault() {} }) };
}

test("Esc interrupts, once however long it is held, but not while it puts away what an input method offers", () => {
  const { press } = page();
  let interrupts = 0;
  tie({ interrupt: () => (interrupts += 1) }, {});
  press({ key: "Escape", isComposing: true });
  assert.equal(interrupts, 0);
  press({ key: "Escape", isComposing: false });
  for (let held = 0; held < 30; held += 1) press({ key: "Escape", isComposing: false, repeat: true });
  assert.equal(interrupts, 1);
});

test("a text that could not be sent stands there again, unless another does by then", async () => {
  const { element, send } = page();
  const room = { say: async () => false };
  tie(room, {});
  element("text").value = " Hello ";
  await send();
  assert.equal(element("text").value, "Hello");
  room.say = async () => {
    element("text").value = "Meanwhile";
    return false;
  };
  await send();
  assert.equal(element("text").value, "Meanwhile");
  room.say = async () => true;
  await send();
  assert.equal(element("text").value, "");
});
