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
  globalThis.document = { getElementById: element, addEventListener() {} };
  return { element, send: () => element("say").heard.submit({ preventDefault() {} }) };
}

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
