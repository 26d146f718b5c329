// The page in the operator's language: what is put on it in English is found in the catalogue by how it reads, and
// said anew. So no other part of the page has to think of it. What people say or are called is marked translate="no".

const VALUE = /\{(\w+)\}/g;
const NAMES = ["aria-label", "title", "placeholder"];

// What stood where in English, for as long as its translation does: another language may be chosen meanwhile.
const english = new WeakMap();
let texts = {};
let sentences = [];

await speak();
new MutationObserver((changes) => changes.forEach(follow)).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES,
});

/** Say all of the page in the language that the console speaks now. */
export async function speak() {
  const answer = await fetch("/language.json").catch(() => null);
  if (!answer?.ok) return;
  const { name, direction, texts: given } = await answer.json();
  texts = given;
  sentences = Object.keys(texts)
    .filter((template) => template.includes("{"))
    .sort((one, other) => other.length - one.length)
    .map((template) => ({ template, pattern: pattern(template) }));
  document.documentElement.lang = name ?? "en";
  document.documentElement.dir = direction ?? "ltr";
  sayAll(document.documentElement);
}

function pattern(template) {
  const parts = template.split(VALUE);
  const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const value = (name, place) => (parts.findIndex((part, at) => at % 2 && part === name) < place ? `\\k<${name}>` : `(?<${name}>.+)`);
  return new RegExp(`^${parts.map((part, place) => (place % 2 ? value(part, place) : plain(part))).join("")}$`, "s");
}

/** The text in the operator's language, or as it is. */
export function said(text) {
  if (text in texts) return texts[text];
  for (const { template, pattern } of sentences) {
    const found = pattern.exec(text);
    if (found) return texts[template].replace(VALUE, (_, value) => said(found.groups[value]));
  }
  return text;
}

/** A sentence in the operator's language with values in it that are nobody's to translate. */
export function filled(template, values) {
  return said(template).replace(VALUE, (_, name) => values[name]);
}

function follow({ type, target, addedNodes, attributeName }) {
  if (type === "childList") addedNodes.forEach(sayAll);
  else if (type === "attributes") sayAttribute(target, attributeName);
  else sayNode(target);
}

function sayAll(node) {
  if (node.nodeType === Node.TEXT_NODE) sayNode(node);
  if (node.nodeType !== Node.ELEMENT_NODE || node.translate === false) return;
  for (const attribute of NAMES) if (node.hasAttribute(attribute)) sayAttribute(node, attribute);
  node.childNodes.forEach(sayAll);
}

function sayNode(node) {
  const text = node.data?.trim();
  if (!text || node.parentElement?.translate === false) return;
  const now = anew(node, "", text);
  if (now !== text) node.data = node.data.replace(text, () => now);
}

function sayAttribute(element, attribute) {
  const text = element.getAttribute(attribute);
  const now = anew(element, attribute, text);
  if (now !== text) element.setAttribute(attribute, now);
}

function anew(node, attribute, text) {
  if (!english.has(node)) english.set(node, new Map());
  const kept = english.get(node);
  const before = kept.get(attribute);
  const source = before?.now === text ? before.source : text;
  const now = said(source);
  kept.set(attribute, { source, now });
  return now;
}
