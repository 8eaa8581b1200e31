"use strict";
/* Tables that are sorted by a click on a column's head. */

fayan.table = (() => {
  const { el, button } = fayan.dom;
  const STEP = 200; // rows laid out at once

  function compared(a, b) {
    if (a === b) return 0;
    if (a === null) return 1; // what is not told comes last, whichever way
    if (b === null) return -1;
    return typeof a === "number" ? b - a : String(a).localeCompare(String(b), "zh");
  }

  /** A table of `rows` with `columns` [{name, note, title, value, cell, numeric}]: `value` of a row is a
   * number, text or null to sort by, `cell` what is shown of it. Numbers sort the largest first. */
  function table({ caption, columns, rows, by = 0 }) {
    let sorted = by;
    let turned = false;
    let order = [];
    const body = el("tbody");
    const heads = columns.map(({ name, note, title, numeric }, position) => {
      const act = () => {
        turned = sorted === position ? !turned : false;
        sorted = position;
        fill();
      };
      const head = button(el("span", {}, name), act, { title: title || "按此列排序" });
      if (note) head.append(el("small", {}, note));
      return el("th", { scope: "col", class: numeric ? "number" : null }, head);
    });
    const more = button("", () => lay(), { class: "more" });

    function line(row) {
      const cells = columns.map(({ cell, numeric }, position) =>
        el(position ? "td" : "th", { class: numeric ? "number" : null, scope: position ? null : "row" }, cell(row)),
      );
      return el("tr", {}, cells);
    }

    function lay() {
      const from = body.childElementCount;
      body.append(...order.slice(from, from + STEP).map(line));
      const left = order.length - body.childElementCount;
      more.hidden = left <= 0;
      more.textContent = `再显示 ${Math.min(left, STEP)} 行（共 ${order.length} 行）`;
    }

    function fill() {
      const { value } = columns[sorted];
      order = rows
        .map((row) => [value(row), row])
        .sort(([a], [b]) => (turned && a !== null && b !== null ? compared(b, a) : compared(a, b)))
        .map(([, row]) => row);
      heads.forEach((head, position) => {
        const numeric = columns[position].numeric;
        const ascending = Boolean(numeric) === turned;
        const state = position !== sorted ? null : ascending ? "ascending" : "descending";
        if (state) head.setAttribute("aria-sort", state);
        else head.removeAttribute("aria-sort");
      });
      body.replaceChildren();
      lay();
    }

    fill();
    const head = el("thead", {}, el("tr", {}, heads));
    const made = el("table", { class: "sheet" }, el("caption", { class: "unseen" }, caption), head, body);
    const around = el("div", { class: "sheet-around", tabindex: "0", role: "region", "aria-label": caption }, made, more);
    return { element: around, rows: () => order };
  }

  return table;
})();
