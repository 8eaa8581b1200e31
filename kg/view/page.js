"use strict";
/* Starts the page: reads the data, draws the network, and keeps drawing, panel and address bar
 * at one selection. The address (`#unit/綦江区`) is the only place where the selection is kept. */

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  fayan.facts = data.facts;
  fayan.names = data.names;
  fayan.nodes = new Map(data.nodes.map((node) => [node.id, node]));
  fayan.edges = new Map(data.edges.map((edge) => [edge.id, edge]));

  const incident = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    incident.get(edge.from).push(edge);
    if (edge.to !== edge.from) incident.get(edge.to).push(edge);
  }
  const order = [...data.nodes].sort((a, b) => a.rank - b.rank);
  fayan.communities = new Map();
  for (const node of order) {
    if (!fayan.communities.has(node.community)) fayan.communities.set(node.community, []);
    fayan.communities.get(node.community).push(node.id);
  }
  fayan.communities = new Map([...fayan.communities].sort((a, b) => a[0] - b[0]));
  fayan.edgesOf = (id) => incident.get(id);
  fayan.neighbours = (id) =>
    new Set(
      incident.get(id).map((edge) => (edge.from === id ? edge.to : edge.from)).filter((n) => n !== id),
    );

  /* ---- addresses ---- */

  const encode = (text) => `#${text.replace(/[%#]/g, encodeURIComponent)}`;
  const triple = (edge) => `${edge.from} ${edge.predicate} ${edge.to}`;
  const byTriple = new Map(data.edges.map((edge) => [triple(edge), edge.id]));
  fayan.address = encode;
  fayan.edgeAddress = (edge) => encode(triple(edge));

  function decoded(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  }

  /** The selection that the address names, or null. */
  function named() {
    const raw = location.hash.slice(1);
    for (const text of [decoded(raw), raw]) {
      if (fayan.nodes.has(text)) return { node: text };
      if (byTriple.has(text)) return { edge: byTriple.get(text) };
      if (/^~\d+$/.test(text) && fayan.communities.has(Number(text.slice(1)))) {
        return { community: Number(text.slice(1)) };
      }
    }
    return null;
  }

  function go(address) {
    if (location.hash !== address) location.hash = address;
    else select();
  }

  /* ---- theme ---- */

  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let colours = {};

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function mix(one, other, share) {
    const part = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
    const channel = (at) => Math.round(part(one, at) * share + part(other, at) * (1 - share));
    return `rgb(${channel(1)},${channel(3)},${channel(5)})`;
  }

  function readColours() {
    const style = getComputedStyle(root);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    colours = { paper: read("paper"), ink: read("ink"), groups: {}, families: {} };
    for (const group of [...Object.keys(fayan.names.looks), "other"]) {
      colours.groups[group] = read(group);
    }
    for (const family of [...Object.keys(fayan.names.families), "other"]) {
      colours.families[family] = read(family);
    }
  }

  const familyOf = (edge) => fayan.panel.relation(edge.predicate).family;

  function nodeColour(node) {
    const look = fayan.names.looks[node.group] || {};
    const full = colours.groups[node.group] || colours.groups.other;
    const lone = !incident.get(node.id).length;
    const strong = lone ? mix(full, colours.paper, 0.5) : full;
    const background = look.hollow ? colours.paper : strong;
    const border = look.hollow ? strong : colours.paper;
    return {
      color: {
        background,
        border,
        hover: { background, border: look.hollow ? full : colours.ink },
        highlight: { background, border: colours.ink },
      },
      borderWidth: (look.hollow ? 2 : 1.2) * (data.nodes.length > 1000 ? 0.5 : 1),
    };
  }

  function edgeColour(edge) {
    const full = colours.families[familyOf(edge)];
    return { color: mix(full, colours.paper, 0.5), hover: full, highlight: full, inherit: false };
  }

  /* ---- drawing ---- */

  readColours();
  const holder = document.getElementById("network");
  // Positions are made for a wide screen; on a tall one they are mirrored.
  const tall = holder.clientHeight > 1.15 * holder.clientWidth;
  const nodes = new vis.DataSet(
    data.nodes.map((node) => ({
      id: node.id,
      x: tall ? node.y : node.x,
      y: tall ? node.x : node.y,
      size: node.size,
      shape: node.shape,
      ...nodeColour(node),
    })),
  );
  const edges = new vis.DataSet(
    data.edges.map((edge) => ({
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: edge.width,
      arrows: edge.arrows,
      ...(edge.dashes && { dashes: edge.dashes }),
      ...(edge.smooth && { smooth: edge.smooth }),
      color: edgeColour(edge),
    })),
  );
  const network = new vis.Network(holder, { nodes, edges }, data.options);
  fayan.network = network;
  holder.querySelector(".vis-network").tabIndex = -1; // the holder itself takes the keys

  let selection = null;
  let hovered = null;

  function around(target, into) {
    if (target.node !== undefined) {
      into.nodes.add(target.node);
      fayan.neighbours(target.node).forEach((id) => into.nodes.add(id));
      incident.get(target.node).forEach((edge) => into.edges.add(edge.id));
    } else if (target.edge !== undefined) {
      const edge = fayan.edges.get(target.edge);
      into.edges.add(edge.id);
      into.nodes.add(edge.from).add(edge.to);
    } else {
      const members = new Set(fayan.communities.get(target.community));
      members.forEach((id) => into.nodes.add(id));
      data.edges
        .filter((edge) => members.has(edge.from) && members.has(edge.to))
        .forEach((edge) => into.edges.add(edge.id));
    }
  }

  /** What stays clear of the veil: the neighbourhoods of what is selected and pointed at. */
  function focus() {
    if (!selection && !hovered) return null;
    const found = { nodes: new Set(), edges: new Set(), main: null, soft: !selection };
    for (const target of [selection, hovered]) {
      if (!target) continue;
      around(target, found);
      if (target.node !== undefined) found.main = target.node;
    }
    return found;
  }

  network.on("afterDrawing", (context) => {
    fayan.labels.draw(context, {
      network,
      order,
      focus: focus(),
      style: {
        paper: colours.paper,
        ink: colours.ink,
        family: getComputedStyle(document.body).fontFamily,
        edges: fayan.edges.keys(),
        predicate: (id) => fayan.panel.relation(fayan.edges.get(id).predicate).name,
        edgeInk: (id) => mix(colours.families[familyOf(fayan.edges.get(id))], colours.ink, 0.6),
      },
    });
  });

  function recolour() {
    readColours();
    nodes.update(data.nodes.map((node) => ({ id: node.id, ...nodeColour(node) })));
    edges.update(data.edges.map((edge) => ({ id: edge.id, color: edgeColour(edge) })));
    const button = document.getElementById("theme");
    button.textContent = isDark() ? "浅色" : "深色";
    network.redraw();
  }

  function setTheme(theme, keep) {
    root.dataset.theme = theme;
    if (keep) {
      try {
        localStorage.setItem("fayan-theme", theme);
      } catch {
        // a browser that keeps nothing for files
      }
    }
    recolour();
  }

  /* ---- moving about ---- */

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 760px)");
  const animation = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  /** How much of the drawing the sheet at the bottom of a narrow screen covers, in pixels. */
  function covered() {
    const panel = document.getElementById("panel");
    return narrow.matches && document.body.classList.contains("sheet") ? panel.offsetHeight : 0;
  }

  /** Moves so that the nodes `ids` fill the drawing, with a margin for their names. */
  function frame(ids, { least, most, animated }) {
    const points = ids.map((id) => network.body.nodes[id]).filter((node) => !node.options.hidden);
    if (!points.length) return;
    const xs = points.map((node) => node.x);
    const ys = points.map((node) => node.y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const margin = narrow.matches ? [36, 32] : [64, 46];
    const wide = holder.clientWidth - 2 * margin[0];
    const high = holder.clientHeight - covered() - 2 * margin[1];
    const scale = Math.min(wide / (right - left + 1), high / (bottom - top + 1));
    network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.min(most, Math.max(least, scale)),
      offset: { x: 0, y: -covered() / 2 },
      animation: animated ? animation() : false,
    });
  }

  function fit(animated) {
    frame([...fayan.nodes.keys()], { least: 0.02, most: 1.6, animated });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)) });
  }

  function pan(x, y) {
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
  }

  /** Brings the selection into sight if it is not, or always if `always`. */
  function bring(always) {
    const found = { nodes: new Set(), edges: new Set() };
    around(selection, found);
    const named = selection.node === undefined ? [...found.nodes] : [selection.node];
    const inside = named.every((id) => {
      const point = network.canvasToDOM(network.getPosition(id));
      return (
        point.x > 20 &&
        point.y > 20 &&
        point.x < holder.clientWidth - 20 &&
        point.y < holder.clientHeight - covered() - 20
      );
    });
    if (always || !inside) frame([...found.nodes], { least: 0.35, most: 1.3, animated: true });
  }

  /* ---- selecting ---- */

  let pointed = false; // whether the change of address comes from a click into the drawing

  function say(text) {
    document.getElementById("status").textContent = text;
  }

  /** Takes the selection from the address. */
  function select() {
    const asked = !pointed;
    pointed = false;
    selection = named();
    hovered = null;
    document.getElementById("tip").hidden = true;
    document.body.classList.toggle("sheet", selection !== null);
    network.unselectAll();
    fayan.panel.show(selection);
    if (!selection) {
      say("");
      network.redraw();
      return;
    }
    if (selection.node !== undefined) {
      const node = fayan.nodes.get(selection.node);
      fayan.legend.reveal(node);
      network.selectNodes([node.id], false);
      say(`已选 ${fayan.labels.short(node.label, 40)}，${incident.get(node.id).length} 条关系`);
    } else if (selection.edge !== undefined) {
      network.setSelection({ nodes: [], edges: [selection.edge] }, { highlightEdges: false });
    }
    bring(asked);
    if (asked) document.querySelector("#panel h2").focus({ preventScroll: true });
    network.redraw();
  }

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    pointed = true;
    if (node !== undefined) go(fayan.address(node));
    else if (edge !== undefined) go(fayan.edgeAddress(fayan.edges.get(edge)));
    else go("");
  });
  window.addEventListener("hashchange", select);

  function hover(target, pointer) {
    hovered = target;
    const tip = document.getElementById("tip");
    tip.hidden = !target || covered() > 0;
    if (target && !tip.hidden) {
      tip.replaceChildren(...fayan.panel.tip(target));
      const x = pointer.DOM.x + 16;
      const y = pointer.DOM.y + 16;
      const left = Math.min(x, holder.clientWidth - tip.offsetWidth - 8);
      const top =
        y + tip.offsetHeight > holder.clientHeight - 8 ? pointer.DOM.y - tip.offsetHeight - 12 : y;
      tip.style.left = `${Math.max(8, left)}px`;
      tip.style.top = `${Math.max(8, top)}px`;
    }
    holder.classList.toggle("over", Boolean(target));
    network.redraw();
  }

  network.on("hoverNode", ({ node, pointer }) => hover({ node }, pointer));
  network.on("hoverEdge", ({ edge, pointer }) => {
    if (!hovered || hovered.node === undefined) hover({ edge }, pointer);
  });
  network.on("blurNode", () => hover(null));
  network.on("blurEdge", () => {
    if (hovered && hovered.edge !== undefined) hover(null);
  });
  network.on("dragStart", () => hover(null));

  /* ---- keys and buttons ---- */

  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => pan(-60, 0),
      ArrowRight: () => pan(60, 0),
      ArrowUp: () => pan(0, -60),
      ArrowDown: () => pan(0, 60),
      "+": () => zoom(1.25),
      "=": () => zoom(1.25),
      "-": () => zoom(0.8),
      0: () => fit(true),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && location.hash) go("");
  });
  document.getElementById("in").addEventListener("click", () => zoom(1.25));
  document.getElementById("out").addEventListener("click", () => zoom(0.8));
  document.getElementById("fit").addEventListener("click", () => fit(true));
  document.getElementById("theme").addEventListener("click", () => {
    setTheme(isDark() ? "light" : "dark", true);
  });
  document.getElementById("overview").addEventListener("click", () => {
    const open = document.body.classList.contains("sheet") && !selection;
    if (location.hash) {
      location.hash = "";
      select();
    }
    document.body.classList.toggle("sheet", !open);
  });
  dark.addEventListener("change", recolour);

  /* ---- printing: on white, with every quote that is folded away ---- */

  let beforePrint = null;
  window.addEventListener("beforeprint", () => {
    const folded = [...document.querySelectorAll("#panel details:not([open])")];
    beforePrint = { theme: root.dataset.theme, folded };
    folded.forEach((details) => (details.open = true));
    root.dataset.print = "";
    setTheme("light");
  });
  window.addEventListener("afterprint", () => {
    if (!beforePrint) return;
    beforePrint.folded.forEach((details) => (details.open = false));
    delete root.dataset.print;
    if (beforePrint.theme) root.dataset.theme = beforePrint.theme;
    else delete root.dataset.theme;
    beforePrint = null;
    recolour();
  });

  /* ---- start ---- */

  try {
    const kept = localStorage.getItem("fayan-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch {
    // a browser that keeps nothing for files
  }
  if (narrow.matches) document.getElementById("legend").open = false;
  fayan.legend.start(() => {
    const nodesChanged = data.nodes
      .map((node) => ({ id: node.id, hidden: fayan.legend.nodeHidden(node) }))
      .filter(({ id, hidden }) => Boolean(nodes.get(id).hidden) !== hidden);
    const edgesChanged = data.edges
      .map((edge) => ({ id: edge.id, hidden: fayan.legend.edgeHidden(edge) }))
      .filter(({ id, hidden }) => Boolean(edges.get(id).hidden) !== hidden);
    nodes.update(nodesChanged);
    edges.update(edgesChanged);
    network.redraw();
  });
  fayan.search.start((id) => go(fayan.address(id)));
  recolour();
  fit(false);
  select();
})();
