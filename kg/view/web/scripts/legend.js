"use strict";
/* The legend, which is the filter as well: classes by group and relations by family with counts,
 * and what belongs to one speech or answers to one framework. */

fayan.legend = (() => {
  const { byId, el, button, mark, className, relation, short } = fayan.dom;
  const hiddenClasses = new Set();
  const hiddenFamilies = new Set();
  const refreshers = [];
  let speech = -1; // the speech that is filtered by, -1 for all
  let aligned = null; // the ids that answer to the framework that is filtered by, null for all

  const spoken = (item) => speech < 0 || fayan.speechesOf(item).has(speech);
  const nodeHidden = (node) =>
    hiddenClasses.has(node.cls) ||
    (speech >= 0 && !spoken(node) && fayan.facts.speeches[speech].unit !== node.id) ||
    (aligned !== null && !aligned.has(node.id));
  const edgeHidden = (edge) =>
    hiddenFamilies.has(relation(edge.predicate).family) ||
    nodeHidden(fayan.nodes.get(edge.from)) ||
    nodeHidden(fayan.nodes.get(edge.to)) ||
    (speech >= 0 && edge.quotes.length > 0 && !spoken(edge));

  function count(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return counts;
  }

  function chip(name, number, icon, act) {
    const made = button("", act, { class: "chip", "aria-pressed": "true" });
    made.append(icon, el("span", {}, name), el("span", { class: "count" }, String(number)));
    return made;
  }

  function toggle(set, keys) {
    const allShown = keys.every((key) => !set.has(key));
    keys.forEach((key) => (allShown ? set.add(key) : set.delete(key)));
    refresh();
  }

  function pressed(made, set, keys) {
    refreshers.push(() => {
      const hidden = keys.filter((key) => set.has(key)).length;
      const state = hidden === 0 ? "true" : hidden === keys.length ? "false" : "mixed";
      made.setAttribute("aria-pressed", state);
    });
    return made;
  }

  /** Says how much is drawn, wherever that is said, and what can be done about it. */
  function takeStock() {
    const filtered = hiddenClasses.size || hiddenFamilies.size || speech >= 0 || aligned;
    const all = byId("all");
    all.hidden = !filtered;
    const left = fayan.rows.nodes.filter((node) => !nodeHidden(node)).length;
    all.textContent = `显示 ${left}/${fayan.nodes.size} 个节点 · 全部显示`;
    const drawn = `核心 ${fayan.network.count()}/${fayan.nodes.size}`;
    byId("core").textContent = drawn;
  }

  function refresh() {
    refreshers.forEach((each) => each());
    takeStock();
    fayan.network.filter(nodeHidden, edgeHidden);
    fayan.stage.front.redraw();
  }

  /** The finer classes of a group, behind a small arrow. */
  function finer(classes, name) {
    const list = el("div", { class: "menu" });
    for (const [cls, number] of classes) {
      const made = chip(className(cls), number, "", () => toggle(hiddenClasses, [cls]));
      list.append(pressed(made, hiddenClasses, [cls]));
    }
    const opener = el("summary", { "aria-label": `${name}的细类`, title: "细类" });
    return menu(el("details", { class: "finer" }, opener, list));
  }

  /** A details element that closes on a click elsewhere and on Escape. */
  function menu(details) {
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
      event.stopPropagation();
    });
    return details;
  }

  function groups() {
    const counts = count(fayan.rows.nodes, (node) => node.group);
    const known = Object.keys(fayan.names.looks);
    const order = [...known, ...[...counts.keys()].filter((group) => !known.includes(group))];
    for (const group of order.filter((each) => counts.has(each))) {
      const members = fayan.rows.nodes.filter((node) => node.group === group);
      const classes = [...count(members, (node) => node.cls)].sort((a, b) => b[1] - a[1]);
      const keys = classes.map(([cls]) => cls);
      const act = () => toggle(hiddenClasses, keys);
      const made = pressed(chip(className(group), counts.get(group), mark(group), act), hiddenClasses, keys);
      const more = classes.length > 1 ? finer(classes, className(group)) : "";
      byId("groups").append(el("span", { class: "pair" }, made, more));
    }
  }

  function families() {
    const counts = count(fayan.rows.edges, (edge) => relation(edge.predicate).family);
    for (const family of [...Object.keys(fayan.names.families), "other"]) {
      if (!counts.has(family)) continue;
      const icon = el("span", { class: `stroke f-${family}` });
      const act = () => toggle(hiddenFamilies, [family]);
      const made = chip(fayan.names.families[family] || "其他", counts.get(family), icon, act);
      byId("families").append(pressed(made, hiddenFamilies, [family]));
    }
  }

  /* ---- one speech, one framework ---- */

  /** All that answers to a framework: itself, its parts, and whatever aligns with one of them. */
  function answering(framework) {
    const found = new Set([framework]);
    for (const id of found) {
      for (const edge of fayan.edgesOf(id)) {
        if (edge.predicate === "partOf" && edge.to === id) found.add(edge.from);
      }
    }
    for (const id of [...found]) {
      for (const edge of fayan.edgesOf(id)) {
        if (edge.predicate === "alignsWith" && edge.to === id) found.add(edge.from);
      }
    }
    return found;
  }

  function frameworks() {
    return fayan.order
      .filter((node) => node.cls === "Framework")
      .map((node) => ({ node, size: answering(node.id).size - 1 }))
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.size - a.size || a.node.rank - b.node.rank);
  }

  function choices() {
    const speeches = byId("by-speech");
    fayan.facts.speeches.forEach((row, number) =>
      speeches.append(el("option", { value: String(number) }, short(row.label, 24))),
    );
    speeches.addEventListener("change", () => {
      speech = Number(speeches.value);
      draw(() => fayan.rows.nodes.filter((node) => !nodeHidden(node)).map((node) => node.id));
    });
    const answers = byId("by-framework");
    frameworks().forEach(({ node, size }) =>
      answers.append(el("option", { value: node.id }, `${short(node.label, 16)}（${size}）`)),
    );
    answers.addEventListener("change", () => {
      aligned = answers.value ? answering(answers.value) : null;
      draw(() => [...(aligned || [])]);
    });
  }

  /** Draws also what a filter asks for, which a large graph may have left out, and frames it. */
  function draw(asked) {
    if (speech >= 0 || aligned) fayan.network.add(asked());
    refresh();
    fayan.camera.fit(true);
  }

  function clear() {
    hiddenClasses.clear();
    hiddenFamilies.clear();
    [speech, aligned] = [-1, null];
    byId("by-speech").value = "-1";
    byId("by-framework").value = "";
    refresh();
  }

  function start() {
    groups();
    families();
    choices();
    byId("all").addEventListener("click", clear);
    refresh();
  }

  /** Shows a node that is asked for although filtered away. */
  function reveal(node) {
    if (!nodeHidden(node)) return;
    if (hiddenClasses.delete(node.cls) && !nodeHidden(node)) refresh();
    else clear();
  }

  return { start, reveal, menu, takeStock };
})();

fayan.takeStock = fayan.legend.takeStock;
