"use strict";
/* The search box: names and other names, best first; arrows choose, Enter opens, Esc clears. */

fayan.search = (() => {
  const MOST = 10;
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’《》]/g, "");

  /** How well `text` answers `query`: 0 exactly, 1 by its beginning, 2 inside, 9 not at all. */
  function fit(text, query) {
    const at = text.indexOf(query);
    if (at < 0) return 9;
    if (at > 0) return 2;
    return text.length === query.length ? 0 : 1;
  }

  /** The nodes that answer `text`: [{node, by}], `by` the other name that did, or "". */
  function find(index, text) {
    const query = plain(text);
    if (!query) return [];
    const found = [];
    for (const { node, label, alts } of index) {
      let best = fit(label, query);
      let by = "";
      alts.forEach((alt, number) => {
        const other = fit(alt, query) + 0.5;
        if (other < best) {
          best = other;
          by = node.alt[number];
        }
      });
      if (best < 9) found.push({ node, by, best });
    }
    found.sort((a, b) => a.best - b.best || a.node.rank - b.node.rank);
    return found.slice(0, MOST);
  }

  function start(open) {
    const box = document.getElementById("search");
    const list = document.getElementById("results");
    const { el, mark, className } = fayan.panel;
    const index = [...fayan.nodes.values()].map((node) => ({
      node,
      label: plain(node.label),
      alts: node.alt.map(plain),
    }));
    let found = [];
    let chosen = 0;

    function close() {
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }

    function choose(number) {
      chosen = number;
      [...list.children].forEach((item, position) => {
        item.setAttribute("aria-selected", String(position === chosen));
        if (position === chosen) item.scrollIntoView({ block: "nearest" });
      });
      if (found.length) box.setAttribute("aria-activedescendant", `result-${chosen}`);
    }

    function item({ node, by }, number) {
      const line = el(
        "li",
        { role: "option", id: `result-${number}` },
        mark(node.group),
        el("bdi", { class: "name" }, fayan.labels.short(node.label, 40)),
        el("span", { class: "note" }, by ? `又作 ${fayan.labels.short(by, 16)} · ` : "", className(node.cls)),
      );
      line.addEventListener("pointerdown", (event) => event.preventDefault());
      line.addEventListener("click", () => take(number));
      return line;
    }

    function show() {
      found = find(index, box.value);
      if (!box.value.trim()) {
        close();
        return;
      }
      const lines = found.map(item);
      const none = el("li", { class: "none", role: "presentation" }, "没有这个名称");
      list.replaceChildren(...(lines.length ? lines : [none]));
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      choose(0);
    }

    function take(number) {
      if (!found[number]) return;
      close();
      box.value = found[number].node.label.slice(0, 200);
      box.blur();
      open(found[number].node.id);
    }

    box.addEventListener("input", show);
    box.addEventListener("focus", () => {
      box.select();
      if (box.value.trim()) show();
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // an input method is still at work
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) choose((chosen + step + found.length) % found.length);
      else if (event.key === "Enter") take(chosen);
      else if (event.key === "Escape") {
        if (!box.value) box.blur();
        box.value = "";
        close();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
    document.getElementById("skip").addEventListener("click", (event) => {
      event.preventDefault();
      box.focus();
    });
  }

  return { start, find, plain };
})();
