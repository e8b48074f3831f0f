/* A field with a list of suggestions, after the combobox pattern of the ARIA Authoring Practices (editable, list
   autocomplete with manual selection): the arrows move in the list, Enter takes, Escape closes, the focus stays in the
   field. How many suggestions there are is said in a live region. */
(function (S1SR) {
  "use strict";
  const { h, newId, labelled } = S1SR.elements;

  const HOW = "The arrow keys lead through what is found, Enter takes it.";

  /* Returns { element, input, clear }.
     `suggest(text)` returns { options: [{ label, detail, kind, value }], total, note }; `choose(value)` is called with one,
     and `again()` where Enter is pressed in the empty field. */
  function combobox({ label, hint, placeholder = "", suggest, choose, again = () => {} }) {
    const listId = newId("list");
    const list = h("ul", { id: listId, role: "listbox", "aria-label": label, class: "s1sr-list", hidden: true });
    const status = h("p", { role: "status", class: "s1sr-status" });
    const input = h("input", {
      type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      enterkeyhint: "search", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId, placeholder,
    });
    const field = labelled(label, input, `${hint} ${HOW}`);
    const holder = h("div", { class: "s1sr-combobox" }, field, status, list);
    let shown = [], active = -1;

    function update() {
      const { options, total, note } = suggest(input.value);
      shown = options;
      active = -1;
      list.replaceChildren(...options.map((option, number) => optionElement(option, number, options.length)));
      setOpen(options.length > 0);
      point();
      status.textContent = !input.value.trim() ? "" : note || count(options.length, total);
    }

    function optionElement(option, number, count) {
      return h(
        "li",
        { role: "option", id: `${listId}-${number}`, "aria-selected": "false", "aria-posinset": number + 1,
          "aria-setsize": count, onmousedown: (event) => {
          event.preventDefault();
          take(number);
        } },
        h("span", { class: "s1sr-kind" }, option.kind), " ", h("b", {}, option.label), " ",
        option.detail ? h("span", { class: "s1sr-detail" }, option.detail) : null,
      );
    }

    function count(number, total) {
      if (!number) return "Nothing found.";
      const first = "Enter takes the first.";
      return total > number ? `${number} of ${total} shown; type on to narrow them down. ${first}` : `${number} found. ${first}`;
    }

    function setOpen(open) {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) active = -1;
    }

    function point() {
      [...list.children].forEach((child, number) => child.setAttribute("aria-selected", String(number === active)));
      const current = list.children[active];
      if (current) {
        input.setAttribute("aria-activedescendant", current.id);
        current.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }

    function move(to) {
      if (list.hidden) update();
      if (!shown.length) return;
      active = (to + shown.length) % shown.length;
      point();
    }

    function take(number) {
      const option = shown[number];
      if (!option) return;
      close();
      choose(option.value, option);
    }

    function close() {
      setOpen(false);
      point();
      status.textContent = "";
    }

    const KEYS = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active < 0 ? shown.length - 1 : active - 1),
      Enter: () => take(active < 0 ? 0 : active),
      Escape: () => {
        if (list.hidden) input.value = "";
        close();
      },
    };

    input.addEventListener("input", update);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || !Object.hasOwn(KEYS, event.key)) return;
      if (event.key === "Enter" && list.hidden) {
        if (!input.value.trim()) again();
        return;
      }
      event.preventDefault();
      KEYS[event.key]();
    });
    return { element: holder, input, clear() {
      input.value = "";
      close();
    } };
  }

  S1SR.combobox = combobox;
})((globalThis.S1SR = globalThis.S1SR || {}));
