/* The matrix, which is whole without this script: filters, arrow keys, and the filtered view as CSV.

   A large table keeps only the rows about the part in view in the document; the height of the others is held open. */
(function () {
  "use strict";

  const LARGE = 20000;
  const BESIDE = 12;
  const STATES = [
    ["", "every state"], ["assessed", "assessed, whatever the answer"], ["deviates", "deviates"], ["deviates-if", "deviates if"],
    ["conforms", "conforms"], ["disputed", "disputed"],
  ];

  function h(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  class Matrix {
    constructor(place) {
      this.place = place;
      this.table = place.querySelector("table");
      this.scroller = place.querySelector(".scroll");
      this.head = this.table.tHead.rows[0];
      this.body = this.table.tBodies[0];
      this.columns = [...this.head.cells].slice(1).map((cell) => cell.textContent.trim());
      this.rows = [...this.body.rows].map((element, number) => {
        element.setAttribute("aria-rowindex", number + 2);
        const cells = [...element.cells].slice(1).map((cell) => cell.className || "not-assessed");
        return { element, id: element.cells[0].textContent.trim(), cells };
      });
      this.isLarge = this.rows.length * this.columns.length > LARGE;
      /* Before anything is measured: to lay a large table out once would take longer than all the rest. */
      if (this.isLarge) this.body.replaceChildren(...this.rows.slice(0, 1).map(({ element }) => element));
      this.wanted = { row: "", column: "", type: "", maker: "", state: "" };
      this.active = [0, 1];
      this.setUp();
      this.filter();
    }

    setUp() {
      const part = (number) => [...new Set(this.rows.map(({ id }) => id.split("/")[number]))].sort();
      const choice = (key, name, values) => this.field(name, h("select", { onchange: (event) => {
        this.wanted[key] = event.target.value;
        this.filter();
      } }, ...values.map(([value, text]) => h("option", { value }, text))));
      const text = (key, name) => this.field(name, h("input", { type: "search", autocomplete: "off", oninput: (event) => {
        this.wanted[key] = event.target.value.trim().toLowerCase();
        this.filter();
      } }));
      const any = (words, values) => [["", words], ...values.map((value) => [value, value])];
      this.status = h("p", { role: "status" });
      const save = h("button", { type: "button", onclick: () => this.save() }, "Save this view as CSV");
      this.place.prepend(
        h("div", { class: "s1sr-row s1sr-filters" },
          text("row", "Device Model contains"), text("column", "Column contains"),
          choice("type", "Device type", any("every type", part(0))), choice("maker", "Maker", any("every maker", part(1))),
          choice("state", "Rows with", STATES)),
        h("p", { class: "s1sr-buttons" }, save), this.status);
      this.table.setAttribute("role", "grid");
      this.table.setAttribute("aria-rowcount", this.rows.length + 1);
      this.table.setAttribute("aria-colcount", this.columns.length + 1);
      this.scroller.removeAttribute("tabindex");
      this.table.addEventListener("keydown", (event) => this.onKey(event));
      this.table.addEventListener("focusin", (event) => this.onFocus(event));
      if (this.isLarge) this.scroller.addEventListener("scroll", () => this.soon(), { passive: true });
    }

    field(name, control) {
      control.id = `s1sr-matrix-${name.toLowerCase().replace(/ /g, "-")}`;
      return h("div", { class: "s1sr-field" }, h("label", { for: control.id }, name), control);
    }

    filter() {
      const { row, column, type, maker, state } = this.wanted;
      this.shownColumns = this.columns.map((name) => !column || name.toLowerCase().includes(column));
      const has = ({ cells }) => cells.some((cell, at) => this.shownColumns[at] && this.isWanted(cell, state));
      this.shown = this.rows.filter((found) => {
        const parts = found.id.split("/");
        return found.id.toLowerCase().includes(row) && (!type || parts[0] === type) && (!maker || parts[1] === maker)
          && (!state || has(found));
      });
      const columns = this.shownColumns.filter(Boolean).length;
      this.status.textContent = `${this.shown.length} of ${this.rows.length} Device Models, ${columns} of ${this.columns.length} columns.`;
      this.active = [0, Math.max(this.shownColumns.indexOf(true), 0) + 1];
      this.hideColumns(this.head);
      this.scroller.scrollTop = 0;
      this.from = this.to = -1;
      this.render();
    }

    isWanted(cell, state) {
      return state === "assessed" ? cell !== "not-assessed" : cell === state;
    }

    hideColumns(row) {
      const key = this.wanted.column;
      if ((row.dataset.column || "") === key) return;
      row.dataset.column = key;
      this.shownColumns.forEach((isShown, at) => {
        row.cells[at + 1].hidden = !isShown;
      });
    }

    soon() {
      if (this.planned) return;
      this.planned = requestAnimationFrame(() => {
        this.planned = 0;
        this.render();
      });
    }

    render() {
      const [from, to] = this.range();
      if (from === this.from && to === this.to) return;
      [this.from, this.to] = [from, to];
      const inView = this.shown.slice(from, to).map(({ element }) => element);
      inView.forEach((element) => this.hideColumns(element));
      const above = from * this.rowHeight(), below = (this.shown.length - to) * this.rowHeight();
      this.body.replaceChildren(...(above > 0 ? [spacer(above)] : []), ...inView, ...(below > 0 ? [spacer(below)] : []));
      this.mark();
    }

    range() {
      if (!this.isLarge) return [0, this.shown.length];
      const height = this.rowHeight(), first = Math.floor(this.scroller.scrollTop / height);
      const count = Math.ceil(Math.max(this.scroller.clientHeight, innerHeight) / height) + 2 * BESIDE;
      const from = Math.max(0, Math.min(first - BESIDE, this.shown.length - count));
      return [from, Math.min(this.shown.length, from + count)];
    }

    rowHeight() {
      this.height ||= this.rows[0] ? this.rows[0].element.getBoundingClientRect().height || 24 : 24;
      return this.height;
    }

    cellAt([row, column]) {
      if (row < 0) return this.head.cells[column];
      const found = this.shown[row];
      return found && found.element.isConnected ? found.element.cells[column] : null;
    }

    /* One cell at a time takes part in the order of the Tab key; the arrows lead to the others. */
    mark() {
      if (this.marked) {
        this.marked.tabIndex = -1;
        for (const inner of this.marked.querySelectorAll("a")) inner.tabIndex = -1;
      }
      for (const inner of this.table.querySelectorAll("th a")) inner.tabIndex = -1;
      this.marked = this.cellAt(this.active);
      const target = this.target(this.marked);
      if (target) target.tabIndex = 0;
    }

    target(cell) {
      return cell ? cell.querySelector("a") || cell : null;
    }

    onFocus(event) {
      const cell = event.target.closest("th, td");
      if (!cell) return;
      const row = cell.parentElement === this.head ? -1 : this.shown.findIndex(({ element }) => element === cell.parentElement);
      this.active = [row, cell.cellIndex];
      this.mark();
    }

    onKey(event) {
      if (event.altKey || event.metaKey) return;
      const [row, column] = this.active, last = this.shown.length - 1, page = 10;
      const columns = [0, ...this.shownColumns.flatMap((isShown, at) => (isShown ? [at + 1] : []))];
      const at = columns.indexOf(column), far = event.ctrlKey;
      const to = {
        ArrowDown: [Math.min(row + 1, last), column], ArrowUp: [Math.max(row - 1, -1), column],
        ArrowRight: [row, columns[Math.min(at + 1, columns.length - 1)]], ArrowLeft: [row, columns[Math.max(at - 1, 0)]],
        PageDown: [Math.min(row + page, last), column], PageUp: [Math.max(row - page, -1), column],
        Home: [far ? 0 : row, columns[0]], End: [far ? last : row, columns[columns.length - 1]],
      }[event.key];
      if (!to) return;
      event.preventDefault();
      this.active = to;
      this.show();
    }

    show() {
      const [row] = this.active;
      if (row >= 0 && !this.cellAt(this.active)) {
        this.scroller.scrollTop = Math.max(0, (row - 3) * this.rowHeight());
        this.render();
      }
      this.mark();
      const target = this.target(this.marked);
      if (!target) return;
      target.focus({ preventScroll: true });
      this.reveal(this.marked);
    }

    /* The heads cover the cells beneath them, which scrolling by itself does not know. */
    reveal(cell) {
      const frame = this.scroller.getBoundingClientRect(), box = cell.getBoundingClientRect();
      const top = frame.top + this.head.getBoundingClientRect().height;
      const left = frame.left + this.head.cells[0].getBoundingClientRect().width;
      if (cell.parentElement !== this.head) {
        if (box.top < top) this.scroller.scrollTop -= top - box.top;
        if (box.bottom > frame.top + this.scroller.clientHeight) {
          this.scroller.scrollTop += box.bottom - frame.top - this.scroller.clientHeight;
        }
      }
      if (cell.cellIndex > 0) {
        if (box.left < left) this.scroller.scrollLeft -= left - box.left;
        if (box.right > frame.left + this.scroller.clientWidth) {
          this.scroller.scrollLeft += box.right - frame.left - this.scroller.clientWidth;
        }
      }
    }

    csv() {
      const kept = (values) => values.filter((_, at) => this.shownColumns[at]);
      const lines = [["Device Model", ...kept(this.columns)]];
      for (const { id, cells } of this.shown) {
        lines.push([id, ...kept(cells).map((cell) => cell.replace(/-/g, " "))]);
      }
      return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
    }

    save() {
      const address = URL.createObjectURL(new Blob([this.csv()], { type: "text/csv" }));
      h("a", { href: address, download: `${this.place.dataset.table || "matrix"}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    }
  }

  /* A spreadsheet takes a text that begins so for a formula. */
  function csvCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  /* The policy of the pages allows no style in the markup; what a script sets on an element is not markup. */
  function spacer(height) {
    const cell = h("td", { colspan: "1000" }), row = h("tr", { "aria-hidden": "true", class: "s1sr-spacer" }, cell);
    cell.style.height = `${height}px`;
    return row;
  }

  const place = document.getElementById("s1sr-matrix");
  if (place && place.querySelector("table")) new Matrix(place);
})();
