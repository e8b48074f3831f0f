/* Elements made without markup: every text is a text, whatever it holds, and no policy has to allow anything. */
(function (S1SR) {
  "use strict";

  const SITE = new URL("../../", document.currentScript ? document.currentScript.src : document.baseURI);
  let made = 0;

  /* Returns an element. Attributes that are null or false are left out; names that start with `on` are listeners. */
  function h(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === false || value === undefined) continue;
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? "" : String(value));
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  function link(path, ...children) {
    return h("a", { href: new URL(path, SITE).href }, ...children);
  }

  const UNSAFE = /[^A-Za-z0-9._()-]/gu;

  /* The path of a record's page: the same names as s1sr_validator/publish/addresses.py makes. */
  function pagePath(folder, id) {
    return `records/${folder}/${id.split("/").map(safeSegment).join("/")}.html`;
  }

  function safeSegment(segment) {
    const hex = (letter) =>
      [...new TextEncoder().encode(letter)].map((byte) => `~${byte.toString(16).padStart(2, "0")}`).join("");
    const safe = segment.replace(UNSAFE, hex);
    if (!safe) return "~";
    const isTaken = safe.startsWith(".") || ["index", "readme"].includes(safe.toLowerCase());
    return isTaken ? `${hex(safe[0])}${safe.slice(1)}` : safe;
  }

  function recordLink(folder, id, text = id) {
    return link(encodeURI(pagePath(folder, id)), text);
  }

  function newId(what) {
    made += 1;
    return `s1sr-${what}-${made}`;
  }

  /* Returns a label with its control below it. */
  function labelled(text, control, hint = "") {
    control.id ||= newId("control");
    const described = hint ? h("span", { class: "s1sr-hint", id: `${control.id}-hint` }, hint) : null;
    if (described) control.setAttribute("aria-describedby", described.id);
    return h("div", { class: "s1sr-field" }, h("label", { for: control.id }, text), described, control);
  }

  function options(pairs, chosen) {
    return pairs.map(([value, text]) => h("option", { value, selected: value === chosen }, text));
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  const isDay = (text) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(Date.parse(text));

  S1SR.elements = { h, link, recordLink, pagePath, newId, labelled, options, today, isDay, SITE };
})((globalThis.S1SR = globalThis.S1SR || {}));
