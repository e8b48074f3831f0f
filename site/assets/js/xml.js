/* The gate and the reader of XML, in one walk that builds nothing that the bounds do not allow.

   A document type declaration is refused unread, no entity but the five of XML is known, and every element is held to
   the bounds of s1sr_validator/messages/bounds.py, which the request table carries. It is our own, and not DOMParser,
   for two things that DOMParser cannot give: a refusal before a tree is built, and the line and column of an element. */
(function (S1SR) {
  "use strict";
  const { strip, stripXml } = S1SR.values;

  const DUIS = "http://www.dccinterface.co.uk/ServiceUserGateway", MMC = "http://www.dccinterface.co.uk/ResponseAndAlert";
  const PREFIXES = { [DUIS]: "sr", [MMC]: "ra", "http://www.w3.org/2000/09/xmldsig#": "ds" };
  const XML_SPACE = "http://www.w3.org/XML/1998/namespace", XMLNS_SPACE = "http://www.w3.org/2000/xmlns/";
  const START =
    ":A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef" +
    "\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
  const NAME = new RegExp(`[${START}][${START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*`, "uy");
  const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
  const SPACE = /[ \t\n]*/y;
  const DECLARATION = new RegExp(
    "<\\?xml[ \\t\\n]+version[ \\t\\n]*=[ \\t\\n]*(?:\"[\\w.:-]+\"|'[\\w.:-]+')" +
    "(?:[ \\t\\n]+encoding[ \\t\\n]*=[ \\t\\n]*(?:\"[A-Za-z][\\w.-]*\"|'[A-Za-z][\\w.-]*'))?" +
    "(?:[ \\t\\n]+standalone[ \\t\\n]*=[ \\t\\n]*(?:\"(?:yes|no)\"|'(?:yes|no)'))?[ \\t\\n]*\\?>", "y",
  );
  const URI = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;
  const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

  /* What is wrong with an input so that it cannot be read: a rule's code, what is wrong, what to do, and where. */
  class Refusal extends Error {
    constructor(code, message, place, tip = "") {
      super(message);
      Object.assign(this, { code, tip, line: place.line, column: place.column });
    }
  }

  class Reader {
    constructor(text, bounds) {
      this.text = text;
      this.bounds = bounds;
      this.at = 0;
      this.open = [];
      this.count = 0;
      this.root = null;
      this.late = null;
    }

    refuse(code, message, tip, at = this.at) {
      throw new Refusal(code, message, placeOf(this.text, at), tip);
    }

    bad(message, tip = "", at = this.at) {
      this.refuse("REQ003", `not XML: ${message}`, tip, at);
    }

    /* A fault of namespaces, which count only where the whole text is well-formed and within the bounds. */
    badSpace(message, tip, at) {
      this.late ||= new Refusal("REQ003", `not XML: ${message}`, placeOf(this.text, at), tip);
    }

    large(message, at) {
      this.refuse("REQ002", `${message}, the most that is read`, "", at);
    }

    read() {
      if (this.text.startsWith("<?xml") && /[ \t\n]/.test(this.text[5] || "")) {
        if (!this.match(DECLARATION)) this.bad("the XML declaration is not well-formed");
      }
      while (this.at < this.text.length) this.step();
      const inside = this.open[this.open.length - 1];
      if (inside) this.bad(`the input ends inside <${inside.written}>`, "is the file complete?");
      if (!this.root) this.bad("no element found", "give a DUIS message as XML");
      if (this.late) throw this.late;
      return this.root;
    }

    step() {
      const next = this.text.indexOf("<", this.at);
      const end = next < 0 ? this.text.length : next;
      if (end > this.at) this.characters(this.text.slice(this.at, end));
      this.at = end;
      if (next < 0) return;
      if (this.text.startsWith("</", next)) this.endTag();
      else if (this.text.startsWith("<!--", next)) this.comment();
      else if (this.text.startsWith("<![CDATA[", next)) this.cdata();
      else if (this.text.startsWith("<?", next)) this.instruction();
      else if (this.text.startsWith("<!DOCTYPE", next) && !this.root) this.documentType();
      else this.startTag();
    }

    documentType() {
      const start = this.at;
      this.at += "<!DOCTYPE".length;
      const isOne = this.match(SPACE) && this.match(NAME) && /^[ \t\n]*(?:[>[]|SYSTEM|PUBLIC)/.test(this.text.slice(this.at));
      this.at = start;
      if (!isOne) this.bad("<! is not followed by what XML knows");
      const message = "the input has a document type declaration (<!DOCTYPE ...>)";
      this.refuse("REQ004", message, "remove it; no DUIS message has one");
    }

    characters(raw) {
      if (!this.open.length) {
        const found = /[^ \t\n]/.exec(raw);
        if (found) this.bad(this.root ? "junk after document element" : "syntax error", "", this.at + found.index);
        return;
      }
      const broken = raw.indexOf("]]>");
      if (broken >= 0) this.bad("]]> in a text", "", this.at + broken);
      this.add(this.resolved(raw, this.at));
    }

    add(text) {
      const inside = this.open[this.open.length - 1];
      if (!inside.children.length) inside.raw += text;
    }

    resolved(raw, from) {
      this.allowed(raw, from);
      if (!raw.includes("&")) return raw;
      return raw.replace(/&([^;&<\s]*)(;?)/g, (whole, name, closed, at) => {
        const value = closed ? this.entity(name) : null;
        if (value === null) {
          const tip = "only &lt; &gt; &amp; &quot; &apos; and character references such as &#233; can stand here";
          this.bad(`${whole.slice(0, 40)} is no reference that is known`, tip, from + at);
        }
        return value;
      });
    }

    entity(name) {
      const digits = /^#(?:([0-9]+)|x([0-9A-Fa-f]+))$/.exec(name);
      if (!digits) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : null;
      const code = digits[1] ? parseInt(digits[1], 10) : parseInt(digits[2], 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
      const letter = String.fromCodePoint(code);
      return FORBIDDEN.test(letter) ? null : letter;
    }

    allowed(raw, from) {
      const found = FORBIDDEN.exec(raw);
      if (found) this.bad("a character that XML does not have", "XML has no control characters", from + found.index);
    }

    match(pattern) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found) this.at += found[0].length;
      return found && found[0];
    }

    until(start, end, what) {
      const from = this.at + start.length, found = this.text.indexOf(end, from);
      if (found < 0) this.bad(`${what} is not closed`, "is the file complete?");
      const inside = this.text.slice(from, found);
      this.allowed(inside, from);
      this.at = found + end.length;
      return inside;
    }

    comment() {
      const start = this.at;
      const inside = this.until("<!--", "-->", "a comment");
      if (inside.includes("--") || inside.endsWith("-")) this.bad("-- in a comment", "", start);
    }

    cdata() {
      if (!this.open.length) this.bad("a CDATA section outside the root element");
      this.add(this.until("<![CDATA[", "]]>", "a CDATA section"));
    }

    instruction() {
      const start = this.at;
      const inside = this.until("<?", "?>", "a processing instruction");
      NAME.lastIndex = 0;
      const target = NAME.exec(inside);
      const rest = target ? inside.slice(target[0].length) : "";
      if (!target || (rest && !/^[ \t\n]/.test(rest))) this.bad("a processing instruction without a name", "", start);
      if (/^xml$/i.test(target[0])) this.bad("an XML declaration that is not at the start", "remove it", start);
    }

    startTag() {
      const start = this.at;
      this.at += 1;
      const written = this.match(NAME);
      if (written === null) this.bad("< is not followed by a name", "is a < in a text not written as &lt;?", start);
      if (!this.open.length && this.root) this.bad("junk after document element", "give one message a file", start);
      this.count += 1;
      const { depth, elements, name } = this.bounds;
      const attributes = this.attributes();
      const closed = this.text[this.at] === "/";
      this.at += closed ? 1 : 0;
      if (this.text[this.at] !== ">") this.bad("a tag is not closed", "is the file complete?");
      this.at += 1;
      if (new Set(attributes.map(([name]) => name)).size < attributes.length) this.bad("duplicate attribute", "", start);
      if (this.open.length >= depth) this.large(`the element is more than ${depth} levels deep`, start);
      if (this.count > elements) this.large(`the input has more than ${elements.toLocaleString("en")} elements`, start);
      if (length(written) > name) {
        this.large(`the element's name has more than ${name.toLocaleString("en")} characters`, start);
      }
      this.checkAttributes(attributes, start);
      this.begin(written, attributes, start);
      if (closed) this.open.pop();
    }

    attributes() {
      const found = [];
      for (;;) {
        const spaced = this.match(SPACE);
        const next = this.text[this.at];
        if (next === undefined || next === ">" || next === "/") return found;
        if (!spaced) this.bad("attributes without white space between them");
        found.push(this.attribute());
      }
    }

    attribute() {
      const start = this.at;
      const name = this.match(NAME);
      if (name === null) this.bad("a tag with something that is no attribute");
      this.match(SPACE);
      if (this.text[this.at] !== "=") this.bad(`attribute ${name} has no value`, "", start);
      this.at += 1;
      this.match(SPACE);
      const mark = this.text[this.at];
      if (mark !== '"' && mark !== "'") this.bad(`the value of attribute ${name} is not quoted`);
      const end = this.text.indexOf(mark, this.at + 1);
      if (end < 0) this.bad(`the value of attribute ${name} is not closed`, "is the file complete?");
      const raw = this.text.slice(this.at + 1, end);
      if (raw.includes("<")) this.bad(`< in the value of attribute ${name}`, "write &lt;");
      const value = this.resolved(raw.replace(/[\t\n]/g, " "), this.at + 1);
      this.at = end + 1;
      return [name, value];
    }

    checkAttributes(attributes, start) {
      const { attributes: most, value } = this.bounds;
      if (attributes.length > most) {
        this.large(`the element has more than ${most.toLocaleString("en")} attributes`, start);
      }
      if (attributes.some((pair) => pair.some((text) => length(text) > value))) {
        this.large(`an attribute's name or value has more than ${value.toLocaleString("en")} characters`, start);
      }
    }

    begin(written, attributes, start) {
      const parent = this.open[this.open.length - 1];
      const spaces = this.declared(attributes, parent ? parent.spaces : { "": "", xml: XML_SPACE }, start);
      const [prefix, local] = this.qualified(written, start);
      const uri = this.spaceOf(prefix, spaces, start);
      const element = {
        name: shownName(uri, local), local, uri, written, spaces, attributes: [], children: [], raw: "", at: start,
        node: this.count - 1,
      };
      const seen = new Set();
      for (const [name, value] of attributes) {
        if (name === "xmlns" || name.startsWith("xmlns:")) continue;
        const [attributePrefix, attributeLocal] = this.qualified(name, start);
        const space = attributePrefix ? this.spaceOf(attributePrefix, spaces, start) : "";
        const key = `{${space}}${attributeLocal}`;
        if (seen.has(key)) this.badSpace("duplicate attribute", "", start);
        seen.add(key);
        if (!space) element.attributes.push([attributeLocal, value]);
      }
      if (parent) parent.children.push(element);
      else this.root = element;
      this.open.push(element);
    }

    declared(attributes, above, start) {
      const found = attributes.filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
      if (!found.length) return above;
      const spaces = Object.assign(Object.create(null), above);
      for (const [name, uri] of found) {
        const prefix = name === "xmlns" ? "" : this.qualified(name, start)[1];
        const isReserved = prefix === "xmlns" || uri === XMLNS_SPACE || (prefix === "xml") !== (uri === XML_SPACE);
        if (isReserved || (prefix && !uri) || !URI.test(uri)) {
          this.badSpace(`${name} cannot be declared so`, "", start);
        }
        spaces[prefix] = uri;
      }
      return spaces;
    }

    qualified(name, start) {
      const parts = name.split(":");
      const isName = (text) => {
        NAME.lastIndex = 0;
        return NAME.exec(text)?.[0] === text;
      };
      if (parts.length > 2 || !parts.every(isName)) {
        this.badSpace(`${name.slice(0, 60)} is no name with a prefix`, "", start);
        return ["", name];
      }
      return parts.length === 2 ? parts : ["", name];
    }

    spaceOf(prefix, spaces, start) {
      if (Object.hasOwn(spaces, prefix)) return spaces[prefix];
      this.badSpace(`the prefix ${prefix} is not declared`, "declare its namespace", start);
      return "";
    }

    endTag() {
      const start = this.at;
      this.at += 2;
      const written = this.match(NAME);
      this.match(SPACE);
      const inside = this.open[this.open.length - 1];
      if (written === null || this.text[this.at] !== ">" || !inside) this.bad("an end tag that ends nothing", "", start);
      if (inside.written !== written) {
        const line = placeOf(this.text, inside.at).line;
        this.bad(`the end tag does not match <${inside.written}> of line ${line}`, "close that first", start);
      }
      this.at += 1;
      this.open.pop();
    }
  }

  function length(text) {
    return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) || []).length;
  }

  function shownName(uri, local) {
    if (!uri) return local;
    return Object.hasOwn(PREFIXES, uri) ? `${PREFIXES[uri]}:${local}` : `{${uri}}${local}`;
  }

  function placeOf(text, at) {
    const lines = text.slice(0, at).split("\n");
    return { line: lines.length, column: length(lines[lines.length - 1]) + 1 };
  }

  function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }

  /* The number of the line, from 1, that holds a place: the last one that starts at it or before. */
  function lineOf(starts, at) {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function checkSize(text, bounds) {
    const bytes = text.length > bounds.bytes ? text.length : new TextEncoder().encode(text).length;
    const nowhere = { line: 0, column: 0 };
    const large = (what) => {
      throw new Refusal("REQ002", `the input has more than ${what}, the most that is read`, nowhere);
    };
    if (bytes > bounds.bytes) large(`${bounds.bytes.toLocaleString("en")} bytes`);
    if (!strip(text)) {
      throw new Refusal("REQ003", "the input is empty", { line: 1, column: 1 }, "give a DUIS Service Request");
    }
    if (text.split("<").length - 1 > bounds.tags) large(`${bounds.tags.toLocaleString("en")} tags`);
    if (text.split("=").length - 1 > bounds.equals_signs) {
      large(`${bounds.equals_signs.toLocaleString("en")} attributes (signs =)`);
    }
  }

  /* Reads a message from text into { name, root, placeOf(node) }; throws a Refusal. */
  function readXml(text, name, bounds) {
    checkSize(text, bounds);
    const marked = text.replace(/^\ufeff/, "");
    if (marked.startsWith("\ufeff")) {
      const message = "the input starts with two byte order marks";
      throw new Refusal("REQ009", message, { line: 1, column: 1 }, "remove them; UTF-8 needs none");
    }
    const plain = marked.replace(/\r\n?/g, "\n");
    const root = new Reader(plain, bounds).read();
    const elements = [];
    const walk = (element) => {
      element.text = stripXml(element.raw);
      elements.push(element);
      element.children.forEach(walk);
    };
    walk(root);
    let starts = null;
    return { name, root, placeOf(node) {
      starts ||= lineStarts(plain);
      const { at } = elements[node], line = lineOf(starts, at);
      return { line, column: length(plain.slice(starts[line - 1], at)) + 1 };
    } };
  }

  S1SR.xml = { DUIS, MMC, PREFIXES, Refusal, readXml };
})((globalThis.S1SR = globalThis.S1SR || {}));
