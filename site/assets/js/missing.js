/* The page for an address that is none: what was probably meant, from the index of the look-up. The page is shown under
   any address, so it asks for this script at every height; the first that is there does the work for all. */
(function (S1SR) {
  "use strict";
  const { h, link, SITE } = S1SR.elements;
  const MOST = 6, ALIKE = 0.6;
  const ENDING = /(\/index)?\.(html?|json|yaml|md)$|\/$/i;
  const BEGINNING = /^(api\/v1|records)\/(?:([a-z_]+)\/)?|^(rules|dates|matrix|short)\//i;

  /* What an address asks for, without what all addresses of a sort have; `~` and hex digits are what they stand for. */
  function wanted(path) {
    const rest = path.replace(/^\/+/, "").replace(ENDING, "").replace(BEGINNING, "");
    try {
      return decodeURIComponent(rest.replace(/~([0-9a-f]{2})/gi, "%$1"));
    } catch {
      return rest;
    }
  }

  /* Records whose id is nearly what was asked for come first, then those in which its words occur. */
  function suggest(records, text) {
    const asked = text.toLowerCase(), last = asked.slice(asked.lastIndexOf("/") + 1);
    const byKey = new Map();
    for (const record of records) {
      for (const key of [record.key, record.key.slice(record.key.lastIndexOf("/") + 1)]) {
        byKey.set(key, [...(byKey.get(key) || []), record]);
      }
    }
    const keys = [...byKey.keys()];
    const near = [asked, last].flatMap((word) => S1SR.nearest(word, keys, MOST, ALIKE)).flatMap((key) => byKey.get(key));
    const words = asked.split(/[/\s_-]+/).filter(Boolean).join(" ");
    return [...new Set([...near, ...S1SR.search.search(records, words, MOST).found])].slice(0, MOST);
  }

  function start(place, index) {
    place.dataset.filled = "";
    home(place.dataset.index.replace(/index\.html$/, ""));
    const text = wanted(location.pathname.slice(SITE.pathname.length));
    const found = text ? suggest(S1SR.search.prepare(index), text) : [];
    if (!found.length) return;
    place.append(h("h2", {}, "Did you mean"), h("ul", {}, found.map((record) => h("li", {},
      link(encodeURI(record.path), record.id), ` ${record.kind}, ${record.title}`))));
  }

  /* Links and styles were written for the root of a server; the site may lie below it. */
  function home(base) {
    for (const [element, name] of [["a", "href"], ["link[rel=stylesheet]", "href"]]) {
      for (const each of document.querySelectorAll(element)) {
        const address = each.getAttribute(name);
        if (address.startsWith(base)) each.setAttribute(name, new URL(address.slice(base.length), SITE).href);
      }
    }
  }

  S1SR.missing = { wanted, suggest };
  const place = document.getElementById("s1sr-missing");
  if (place && !("filled" in place.dataset)) start(place, globalThis.S1SR_TABLES.index);
})((globalThis.S1SR = globalThis.S1SR || {}));
