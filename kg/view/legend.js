"use strict";
/* The legend, which is the filter as well: classes by group, relations by family, with counts. */

fayan.legend = (() => {
  const hiddenClasses = new Set();
  const hiddenFamilies = new Set();
  let changed = () => {};

  const nodeHidden = (node) => hiddenClasses.has(node.cls);
  const edgeHidden = (edge) =>
    hiddenFamilies.has(fayan.panel.relation(edge.predicate).family) ||
    nodeHidden(fayan.nodes.get(edge.from)) ||
    nodeHidden(fayan.nodes.get(edge.to));

  function count(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return counts;
  }

  function chip(name, number, icon) {
    const { el } = fayan.panel;
    return el(
      "button",
      { type: "button", class: "chip", "aria-pressed": "true" },
      icon,
      el("span", {}, name),
      el("span", { class: "count" }, String(number)),
    );
  }

  function toggle(set, keys) {
    const allShown = keys.every((key) => !set.has(key));
    keys.forEach((key) => (allShown ? set.add(key) : set.delete(key)));
    refresh();
  }

  const refreshers = [];

  function refresh() {
    refreshers.forEach((each) => each());
    const all = document.getElementById("all");
    all.hidden = !hiddenClasses.size && !hiddenFamilies.size;
    const left = [...fayan.nodes.values()].filter((node) => !nodeHidden(node)).length;
    all.textContent = `显示 ${left}/${fayan.nodes.size} 个节点 · 全部显示`;
    changed();
  }

  function pressed(button, set, keys) {
    refreshers.push(() => {
      const hidden = keys.filter((key) => set.has(key)).length;
      const state = hidden === 0 ? "true" : hidden === keys.length ? "false" : "mixed";
      button.setAttribute("aria-pressed", state);
    });
  }

  /** The finer classes of a group, behind a small arrow. */
  function finer(classes, name) {
    const { el, className } = fayan.panel;
    const list = el("div", { class: "menu" });
    for (const [cls, number] of classes) {
      const button = chip(className(cls), number, "");
      button.addEventListener("click", () => toggle(hiddenClasses, [cls]));
      pressed(button, hiddenClasses, [cls]);
      list.append(button);
    }
    const opener = el("summary", { "aria-label": `${name}的细类`, title: "细类" });
    const details = el("details", { class: "finer" }, opener, list);
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      opener.focus();
      event.stopPropagation();
    });
    return details;
  }

  function start(onChange) {
    changed = onChange;
    const { el, mark, className, relation } = fayan.panel;
    const nodes = [...fayan.nodes.values()];
    const groups = document.getElementById("groups");
    const counts = count(nodes, (node) => node.group);
    const known = Object.keys(fayan.names.looks);
    const order = [...known, ...[...counts.keys()].filter((group) => !known.includes(group))];
    for (const group of order.filter((each) => counts.has(each))) {
      const classes = [...count(nodes.filter((node) => node.group === group), (node) => node.cls)];
      const keys = classes.map(([cls]) => cls);
      const button = chip(className(group), counts.get(group), mark(group));
      button.addEventListener("click", () => toggle(hiddenClasses, keys));
      pressed(button, hiddenClasses, keys);
      const more = classes.length > 1 ? finer(classes.sort((a, b) => b[1] - a[1]), className(group)) : "";
      groups.append(el("span", { class: "pair" }, button, more));
    }
    const families = document.getElementById("families");
    const edges = count(fayan.edges.values(), (edge) => relation(edge.predicate).family);
    for (const family of [...Object.keys(fayan.names.families), "other"]) {
      if (!edges.has(family)) continue;
      const name = fayan.names.families[family] || "其他";
      const button = chip(name, edges.get(family), el("span", { class: `stroke f-${family}` }));
      button.addEventListener("click", () => toggle(hiddenFamilies, [family]));
      pressed(button, hiddenFamilies, [family]);
      families.append(button);
    }
    document.getElementById("all").addEventListener("click", () => {
      hiddenClasses.clear();
      hiddenFamilies.clear();
      refresh();
    });
  }

  /** Shows the class of a node that is asked for although filtered away. */
  function reveal(node) {
    if (hiddenClasses.delete(node.cls)) refresh();
  }

  return { start, nodeHidden, edgeHidden, reveal };
})();
